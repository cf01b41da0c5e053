namespace ModelGen;

/// <summary>Finds what is wrong with steps before a picture comes by.</summary>
internal static class ImageStepsCheck
{
    internal static void Check(ImageSteps steps)
    {
        ImageSize.Check(steps.Width, steps.Height, nameof(steps));
        Defined(steps.Color, nameof(steps.Color));
        Defined(steps.Layout, nameof(steps.Layout));
        Defined(steps.CropRounding, nameof(steps.CropRounding));
        Defined(steps.NumberRule, nameof(steps.NumberRule));
        Defined(steps.Resize.Filter, "Resize.Filter");
        Defined(steps.Resize.PassOrder, "Resize.PassOrder");
        Defined(steps.Resize.Arithmetic, "Resize.Arithmetic");
        Defined(steps.Resize.Rounding, "Resize.Rounding");
        Values(steps.Mean, steps.Channels, nameof(steps.Mean));
        Values(steps.Std, steps.Channels, nameof(steps.Std));
        if (!double.IsFinite(steps.Rescale) || (float)steps.Rescale == 0 || !float.IsFinite((float)(1 / steps.Rescale)))
            throw Bad($"Expected {nameof(steps.Rescale)} to be a finite number other than 0, got {steps.Rescale}; 1 leaves the step out.");
        for (int channel = 0; channel < steps.Std.Count; channel++)
        {
            if ((float)steps.Std[channel] == 0)
                throw Bad($"Expected no 0 in {nameof(steps.Std)}, got {steps.Std}; leave {nameof(steps.Std)} empty for no division.");
        }

        CheckResize(steps);
        CheckColors(steps);
    }

    private static void CheckResize(ImageSteps steps)
    {
        ImageResize resize = steps.Resize;
        if (!resize.IsNone && !ResizeFilters.Of(resize.Arithmetic).Contains(resize.Filter))
            throw Bad($"{resize.Arithmetic} knows {string.Join(", ", ResizeFilters.Of(resize.Arithmetic).ToArray())}, got {resize.Filter}.");
        if (resize.MultipleOf is < 0 or > ImageSize.MaxPixels)
            throw Bad($"Expected Resize.MultipleOf to be a number of pixels, got {resize.MultipleOf}.");
        if (steps.CenterCrop && steps.Padding is not null)
            throw Bad($"{nameof(steps.CenterCrop)} pads with 0 itself; leave {nameof(steps.Padding)} out, or set {nameof(steps.CenterCrop)} = false.");
        if (resize.Rule == ResizeRule.To && !Fits(steps, resize))
        {
            throw Bad($"{nameof(steps.Resize)} gives {resize.Width}×{resize.Height}, the tensor is {steps.Width}×{steps.Height}; " +
                $"scale to the tensor's size or set {nameof(steps.CenterCrop)} = true.");
        }
    }

    private static bool Fits(ImageSteps steps, ImageResize resize) => steps.CenterCrop
        || (steps.Padding is null ? (resize.Width, resize.Height) == (steps.Width, steps.Height) : resize.Width <= steps.Width && resize.Height <= steps.Height);

    private static void CheckColors(ImageSteps steps)
    {
        if (steps.Color == ImageColor.Rgba && (steps.Resize.Arithmetic != ResizeArithmetic.Pillow || steps.Background.Count > 0))
            throw Bad($"A tensor with alpha is scaled with Pillow's arithmetic and has no {nameof(steps.Background)}; take {ImageColor.Rgb} for anything else.");
        if (steps.Background.Count is not (0 or 1 or 3) || steps.Background.Any(level => level is not (>= 0 and <= 255) || level != Math.Floor(level)))
            throw Bad($"Expected {nameof(steps.Background)} to be red, green and blue, whole numbers from 0 to 255, got {steps.Background}.");
        if (steps.Padding?.Number is { } number && !float.IsFinite(number))
            throw Bad($"Expected a finite number around the picture, got {number}.");
        if (steps.DividesTwice && steps.Std.Count == 0)
            throw Bad($"{nameof(steps.DividesTwice)} needs {nameof(steps.Std)}.");
        if (steps.Quantization is { } quantization && !(float.IsFinite((float)quantization.Scale) && (float)quantization.Scale > 0))
            throw Bad($"Expected a finite scale above 0 in {nameof(steps.Quantization)}, got {quantization.Scale}.");
    }

    private static void Values(ChannelValues values, int channels, string name)
    {
        if (values.Count != 0 && values.Count != 1 && values.Count != channels)
            throw Bad($"Expected {name} to have {channels} numbers (one a channel), 1 or none, got {values.Count}: {values}.");
        foreach (double value in values)
        {
            if (!float.IsFinite((float)value)) throw Bad($"Expected finite numbers in {name}, got {values}.");
        }
    }

    private static void Defined<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) throw Bad($"Expected {name} to be one of {string.Join(", ", Enum.GetNames<T>())}, got {value}.");
    }

    private static ArgumentException Bad(string message, string paramName = "steps") => new(message, paramName);
}
