namespace ModelGen.Preprocessing;

/// <summary>DPT's own rules for sizes: one scale for both sides if asked for, sides rounded to multiples.</summary>
/// <remarks>Source: <c>get_resize_output_image_size</c> of <c>models/dpt/image_processing_dpt.py</c> in transformers 4.57.</remarks>
internal static class DptSize
{
    /// <summary>The class's name without <c>ImageProcessor</c>.</summary>
    internal const string ProcessorName = "DPT";

    /// <summary>The resize for a stated size.</summary>
    internal static ResizeStep Apply(ConfigValues values, ResizeStep resize, ImageInputShape input)
    {
        int multiple = Multiple(values);
        bool keepsRatio = values.Flag("keep_aspect_ratio") ?? false;
        if (keepsRatio && input.IsSizeKnown)
            values.Unsupported("the resize with 'keep_aspect_ratio' is not supported here: its size depends on the picture, and the model's is fixed. Set it to false, with 'size' as the model has it.");
        if (keepsRatio)
            return ResizeStep.Of(ResizeKind.NearerScale, resize.Width, resize.Height, resize.Filter) with { MultipleOf = multiple };
        (int width, int height) = (Rounded(resize.Width, multiple), Rounded(resize.Height, multiple));
        if (values.IsOn("do_pad") && values.Number("size_divisor") is { } divisor and > 0 && (width % divisor != 0 || height % divisor != 0))
            values.Unsupported(FormattableString.Invariant($"the step 'do_pad' to multiples of {divisor} is not supported for {new PixelSize(width, height)}. Set a 'size' that is a multiple, or do_pad to false."));
        return resize.Sized(width, height);
    }

    private static int Multiple(ConfigValues values)
    {
        double multiple = values.Number("ensure_multiple_of") ?? 1;
        if (multiple is >= 1 and <= PixelSize.MaxSide && multiple == Math.Floor(multiple))
            return (int)multiple;
        values.Malformed("'ensure_multiple_of' should be a whole number of pixels from 1, as 32.");
        return 1;
    }

    // Python's round: halves to even.
    private static int Rounded(int side, int multiple) => Math.Max((int)Math.Round((double)side / multiple, MidpointRounding.ToEven), 1) * multiple;
}
