using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads what Ultralytics' export writes into a model: YOLO's letterbox, or the crop of its classifiers.</summary>
/// <remarks>
/// Source: <c>engine/exporter.py</c> (the keys), <c>data/augment.py</c> (<c>LetterBox</c>, <c>classify_transforms</c>) and
/// <c>engine/predictor.py</c> (RGB, division by 255) of ultralytics 8.3.
/// </remarks>
internal static class UltralyticsMetadata
{
    private const string Source = "The model's metadata, from Ultralytics,";
    private const int Gray = 114;

    /// <summary>The task of a model that Ultralytics exported; null for models of others.</summary>
    internal static string? Task(Dictionary<string, string> values) =>
        values.TryGetValue("author", out string? author) && author == "Ultralytics" && values.TryGetValue("task", out string? task) ? task : null;

    /// <summary>The pipeline of a task, or all reasons why there is none.</summary>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(Dictionary<string, string> values, string task, ImageInputShape input)
    {
        List<Problem> problems = [];
        PixelSize? size = input.IsSizeKnown ? new PixelSize(input.Width, input.Height) : ImageSize(values);
        if (size is null)
            problems.Add(new Problem(PreprocessingRules.SidecarMalformed, $"{Source} has no 'imgsz' as [640, 640], and the input's height and width are open. Fix them with ModelGenShapes."));
        if (input.Channels != 3)
            problems.Add(Unsupported("prepares gray pictures with OpenCV's formula, which is not supported"));
        if (task is not ("detect" or "segment" or "pose" or "obb" or "classify"))
            problems.Add(Unsupported($"names the task '{XmlText.Plain(task, 60)}', which is not known: known are detect, segment, pose, obb and classify"));
        if (problems.Count > 0)
            return (null, new(problems));

        bool isSquare = size!.Value.Width == size.Value.Height;
        var spec = new PreprocessingSpec
        {
            Width = size.Value.Width,
            Height = size.Value.Height,
            Layout = input.Layout,
            Color = ImageColor.Rgb,
            Rescale = 1d / 255,
            Mean = new([0, 0, 0]),
            Std = new([1, 1, 1]),
            NumberRule = NumberRule.Torchvision,
        };
        spec = task == "classify"
            ? spec with
            {
                Resize = isSquare ? ResizeStep.ToShorterSide(size.Value.Width, ImageFilter.Bilinear) : ResizeStep.To(size.Value, ImageFilter.Bilinear),
                CenterCrop = isSquare ? size : null,
                CropRounding = CropRounding.HalfToEven,
            }
            : spec with
            {
                Resize = ResizeStep.Of(ResizeKind.Within, size.Value.Width, size.Value.Height, ImageFilter.Bilinear) with
                {
                    Arithmetic = ResizeArithmetic.OpenCv,
                    Rounding = SizeRounding.HalfToEven,
                },
                Padding = PaddingStep.WithLevel(Gray),
            };
        return SpecFit.Settle(spec, input, Source, problems);
    }

    private static Problem Unsupported(string what) => new(
        PreprocessingRules.StepUnsupported, $"{Source} {what}. Write the steps into ModelGenPreprocess, or set ModelGenPreprocess=\"none\" and fill the tensor yourself.");

    /// <summary><c>imgsz</c>, height first.</summary>
    private static PixelSize? ImageSize(Dictionary<string, string> values)
    {
        if (!values.TryGetValue("imgsz", out string? text))
            return null;
        int?[] sides = [.. text.Trim('[', ']', '(', ')', ' ').Split(',').Select(InlineNumbers.Side)];
        return sides switch
        {
            [{ } side] => new PixelSize(side, side),
            [{ } height, { } width] => new PixelSize(width, height),
            _ => null,
        };
    }
}
