using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Says a pipeline in words: <c>RGB; shorter side to 256 (Pillow bicubic); centre 224×224; × 1/255; − mean (…) ÷ deviation (…)</c>.</summary>
internal static class PreprocessingWords
{
    /// <summary>The whole pipeline on one line.</summary>
    internal static string Describe(PreprocessingSpec spec)
    {
        var steps = new List<string> { Color(spec.Color) };
        if (spec.Background.Count > 0)
            steps.Add($"transparency over ({Values(spec.Background)})");
        if (spec.Resize.Kind != ResizeKind.None)
            steps.Add(ResizeWords.Describe(spec.Resize));
        if (spec.CenterCrop is { } crop)
            steps.Add($"centre {crop}");
        if (spec.Padding is { } padding)
            steps.Add(Padding(spec, padding));
        if (spec.Rescale != 1)
            steps.Add($"× {Factor(spec.Rescale)}");
        if (Normalisation(spec) is { } normalisation)
            steps.Add(normalisation);
        if (spec.DividesTwice)
            steps.Add("÷ deviation again");
        if (spec.Quantization is { } quantization)
            steps.Add(FormattableString.Invariant($"quantised in steps of {NumberText.Shortest(quantization.Scale)}, {quantization.ZeroPoint} for 0"));
        return string.Join("; ", steps);
    }

    /// <summary>A filter's name as the inline syntax writes it.</summary>
    internal static string Filter(ImageFilter filter) => ResizeWords.Filter(filter);

    /// <summary>The channels in words.</summary>
    internal static string Color(ImageColor color) => color switch
    {
        ImageColor.Rgb => "RGB",
        ImageColor.Bgr => "BGR",
        _ => "gray",
    };

    private static string Padding(PreprocessingSpec spec, PaddingStep padding)
    {
        string size = spec.Width == 0 ? "" : $" to {new PixelSize(spec.Width, spec.Height)}";
        string where = padding.Anchor == ImageAnchor.Centre ? "around the centre" : "from the upper left";
        string what = padding.Number is { } number ? $"the number {NumberText.Shortest(number)}" : FormattableString.Invariant($"pixels of {padding.Level}");
        return $"padded{size} {where} with {what}";
    }

    private static string Factor(double factor)
    {
        // 0.00392156862745098 is what everybody writes for 1/255, and nobody reads.
        double inverse = Math.Round(1 / factor, 6);
        bool isFraction = factor is > 0 and < 1 && (1 / inverse).Equals(factor);
        return isFraction ? "1/" + NumberText.Shortest(inverse) : NumberText.Shortest(factor);
    }

    private static string? Normalisation(PreprocessingSpec spec)
    {
        string mean = spec.Mean.All(m => m == 0) ? "" : $"− mean ({Values(spec.Mean)})";
        string std = spec.Std.All(s => s == 1) ? "" : $"÷ deviation ({Values(spec.Std)})";
        return (mean + " " + std).Trim() is { Length: > 0 } text ? text : null;
    }

    private static string Values(EquatableArray<double> values) =>
        string.Join(", ", (values.Distinct().Count() == 1 ? values.Take(1) : values).Select(NumberText.Shortest));
}
