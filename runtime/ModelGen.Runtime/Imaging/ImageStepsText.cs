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
        if (steps.Rescale != 1) parts.Add($"× {Number(steps.Rescale)}");
        if (Normalisation(steps) is { Length: > 0 } normalisation) parts.Add(normalisation);
        parts.Add(steps.Layout.ToString().ToUpperInvariant());
        return string.Join("; ", parts);
    }

    /// <summary>Seven digits, as a float32 has.</summary>
    internal static string Number(double value) => value.ToString("G7", CultureInfo.InvariantCulture);

    private static string Describe(ImageResize resize)
    {
        string target = resize.Shorter != 0 ? $"shorter side to {resize.Shorter}" : $"scaled to {resize.Width}×{resize.Height}";
        string library = resize.Arithmetic == ResizeArithmetic.TorchUint8 ? "torch uint8" : "Pillow";
        if (resize is { Arithmetic: ResizeArithmetic.Pillow, PassOrder: PassOrder.Pillow12 }) library = "Pillow 12";
        return $"{target} ({library} {resize.Filter.ToString().ToLowerInvariant()})";
    }

    private static string Normalisation(ImageSteps steps) => (steps.Mean.Count, steps.Std.Count) switch
    {
        (0, 0) => "",
        (_, 0) => $"− mean {steps.Mean}",
        (0, _) => $"÷ deviation {steps.Std}",
        _ => $"− mean {steps.Mean} ÷ deviation {steps.Std}",
    };
}
