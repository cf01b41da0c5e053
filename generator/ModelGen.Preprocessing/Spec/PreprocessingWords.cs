using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Says a pipeline in words: <c>RGB; shorter side to 256 (Pillow bicubic); centre 224×224; × 1/255; − mean (…) ÷ deviation (…)</c>.</summary>
internal static class PreprocessingWords
{
    /// <summary>The whole pipeline on one line.</summary>
    internal static string Describe(PreprocessingSpec spec)
    {
        var steps = new List<string> { Color(spec.Color) };
        if (spec.Resize.Kind != ResizeKind.None)
            steps.Add($"{Resize(spec.Resize)} ({Library(spec)} {Filter(spec.Resize.Filter)})");
        if (spec.CenterCrop is { } crop)
            steps.Add($"centre {crop}");
        if (spec.Rescale != 1)
            steps.Add($"× {Factor(spec.Rescale)}");
        if (Normalisation(spec) is { } normalisation)
            steps.Add(normalisation);
        return string.Join("; ", steps);
    }

    /// <summary>A filter's name as the inline syntax writes it.</summary>
    internal static string Filter(ImageFilter filter) => filter.ToString().ToLowerInvariant();

    /// <summary>The channels in words.</summary>
    internal static string Color(ImageColor color) => color switch
    {
        ImageColor.Rgb => "RGB",
        ImageColor.Bgr => "BGR",
        _ => "gray",
    };

    private static string Resize(ResizeStep step) => step.Kind == ResizeKind.ShorterSide
        ? FormattableString.Invariant($"shorter side to {step.Width}")
        : $"scaled to {new PixelSize(step.Width, step.Height)}";

    private static string Library(PreprocessingSpec spec) => spec switch
    {
        { Arithmetic: ResizeArithmetic.TorchUint8 } => "torch uint8",
        { PassOrder: PassOrder.Pillow12 } => "Pillow 12",
        _ => "Pillow",
    };

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
