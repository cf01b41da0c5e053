using System.Globalization;

namespace ModelGen;

/// <summary>Says in words what the steps do.</summary>
internal static class ImageStepsText
{
    internal static string Describe(ImageSteps steps)
    {
        var parts = new List<string> { steps.Color.ToString() is var color && steps.Color != ImageColor.Gray ? color.ToUpperInvariant() : "gray" };
        if (!steps.Resize.IsNone) parts.Add(Describe(steps.Resize));
        if (steps.CenterCrop) parts.Add($"centre {steps.Width}×{steps.Height}");
        else if (steps.Resize.IsNone) parts.Add($"{steps.Width}×{steps.Height}");
        if (steps.Padding is { } padding) parts.Add(Describe(steps, padding));
        if (steps.Background.Count != 0) parts.Add($"transparency over {steps.Background}");
        if (steps.Rescale != 1) parts.Add($"× {Number(steps.Rescale)}");
        if (Normalisation(steps) is { Length: > 0 } normalisation) parts.Add(normalisation);
        if (steps.DividesTwice) parts.Add("÷ deviation again");
        if (steps.Quantization is { } quantization) parts.Add($"quantised by {Number(quantization.Scale)}, zero point {quantization.ZeroPoint}");
        parts.Add(steps.Layout.ToString().ToUpperInvariant());
        return string.Join("; ", parts);
    }

    /// <summary>Seven digits, as a float32 has.</summary>
    internal static string Number(double value) => value.ToString("G7", CultureInfo.InvariantCulture);

    private static string Describe(ImageResize resize) =>
        $"{Target(resize)} ({Library(resize)} {resize.Filter.ToString().ToLowerInvariant()})";

    private static string Describe(ImageSteps steps, ImagePadding padding) =>
        $"padded to {steps.Width}×{steps.Height} {(padding.Anchor == ImageAnchor.Centre ? "around the centre" : "from the upper left")} with " +
        (padding.Number is { } number ? $"the number {Number(number)}" : $"pixels of {padding.Level}");

    private static string Target(ImageResize resize) => resize.Rule switch
    {
        ResizeRule.ShorterSide when resize.Height != 0 => $"shorter side to {resize.Width}, longer at most {resize.Height}",
        ResizeRule.ShorterSide => $"shorter side to {resize.Width}",
        ResizeRule.LongerSide when resize.OnlyShrinks => $"longer side at most {resize.Width}",
        ResizeRule.LongerSide => $"longer side to {resize.Width}",
        ResizeRule.Within => $"scaled within {resize.Width}×{resize.Height}",
        ResizeRule.NearerScale => $"scaled towards {resize.Width}×{resize.Height}",
        ResizeRule.ToHeight => $"height to {resize.Height}, width at most {resize.Width}",
        _ => $"scaled to {resize.Width}×{resize.Height}",
    } + (resize.MultipleOf > 1 ? $", sides multiples of {resize.MultipleOf}" : "");

    private static string Library(ImageResize resize) => resize.Arithmetic switch
    {
        ResizeArithmetic.Pillow => resize.PassOrder == PassOrder.Pillow12 ? "Pillow 12" : "Pillow",
        ResizeArithmetic.TorchUint8 => "torch uint8",
        ResizeArithmetic.TorchUint8Aliased => "torch uint8 without antialias",
        ResizeArithmetic.Torchvision => "torchvision",
        ResizeArithmetic.TorchFloat => "torch float32",
        ResizeArithmetic.TorchFloatAliased => "torch float32 without antialias",
        ResizeArithmetic.OpenCv => "OpenCV",
        ResizeArithmetic.OpenCv4 => "OpenCV 4",
        ResizeArithmetic.ScikitImage => "scikit-image",
        _ => "scikit-image, smoothed,",
    };

    private static string Normalisation(ImageSteps steps) => (steps.Mean.Count, steps.Std.Count) switch
    {
        (0, 0) => "",
        (_, 0) => $"− mean {steps.Mean}",
        (0, _) => $"÷ deviation {steps.Std}",
        _ => $"− mean {steps.Mean} ÷ deviation {steps.Std}",
    };
}
