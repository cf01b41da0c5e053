using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads ONNX's own image metadata: the order of channels and the range of numbers.</summary>
/// <remarks>Source: <c>docs/MetadataProps.md</c> of onnx. It says nothing of scaling, so pictures must have the model's size.</remarks>
internal static class OnnxImageMetadata
{
    private const string Source = "The model's image metadata";
    private const string PixelFormat = "Image.BitmapPixelFormat";
    private const string Gamma = "Image.ColorSpaceGamma";
    private const string Range = "Image.NominalPixelRange";

    /// <summary>Whether any of it is there.</summary>
    internal static bool IsThere(Dictionary<string, string> values) => values.ContainsKey(PixelFormat) || values.ContainsKey(Range) || values.ContainsKey(Gamma);

    /// <summary>The pipeline, or all reasons why there is none.</summary>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(Dictionary<string, string> values, ImageInputShape input)
    {
        List<Problem> problems = [];
        ImageColor byDefault = input.Channels == 1 ? ImageColor.Gray : ImageColor.Rgb;
        ImageColor? color = Value(values, PixelFormat) switch
        {
            null => byDefault,
            "Gray8" => ImageColor.Gray,
            "Rgb8" => ImageColor.Rgb,
            "Bgr8" => ImageColor.Bgr,
            _ => null,
        };
        (double Rescale, double Mean)? range = Value(values, Range) switch
        {
            null or "NominalRange_0_255" => (1, 0),
            "Normalized_0_1" => (1d / 255, 0),
            "Normalized_1_1" => (1 / 127.5, 1),
            _ => null,
        };
        if (color is null)
            problems.Add(Unsupported(values, PixelFormat, "Gray8, Rgb8 and Bgr8"));
        if (range is null)
            problems.Add(Unsupported(values, Range, "NominalRange_0_255, Normalized_0_1 and Normalized_1_1"));
        if (Value(values, Gamma) is not (null or "SRGB"))
            problems.Add(Unsupported(values, Gamma, "SRGB"));
        if (problems.Count > 0)
            return (null, new(problems));

        var spec = new PreprocessingSpec
        {
            Width = input.Width,
            Height = input.Height,
            Layout = input.Layout,
            Color = color!.Value,
            Rescale = range!.Value.Rescale,
            Mean = new(Enumerable.Repeat(range.Value.Mean, input.Channels)),
            Std = new(Enumerable.Repeat(1d, input.Channels)),
            NumberRule = NumberRule.Torchvision,
        };
        return SpecFit.Settle(spec, input, Source, problems);
    }

    private static string? Value(Dictionary<string, string> values, string key) => values.TryGetValue(key, out string? value) ? value.Trim() : null;

    private static Problem Unsupported(Dictionary<string, string> values, string key, string known) => new(
        PreprocessingRules.StepUnsupported,
        $"{Source} has {key} = {XmlText.Plain(values[key], 60)}, which is not supported: known are {known}. Write the steps into ModelGenPreprocess, or set ModelGenPreprocess=\"none\" and fill the tensor yourself.");
}
