using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Checks that what a pipeline gives is what the model takes.</summary>
internal static class SpecFit
{
    /// <summary>Every way in which the pipeline does not fit; none when it does.</summary>
    /// <param name="spec">The pipeline; its width and height are the model's.</param>
    /// <param name="input">The model's input.</param>
    /// <param name="source">What to call the pipeline in messages: a file's or an item metadata's name.</param>
    internal static IEnumerable<Problem> Check(PreprocessingSpec spec, ImageInputShape input, string source)
    {
        int channels = spec.Color == ImageColor.Gray ? 1 : 3;
        if (channels != input.Channels)
        {
            yield return Misfit(FormattableString.Invariant(
                $"{source} gives {channels} channel(s), {PreprocessingWords.Color(spec.Color)}, but the input '{XmlText.Plain(input.Name)}' takes {input.Channels}. Change what it says of channels, or fill the tensor yourself with ModelGenPreprocess=\"none\"."));
        }

        var wanted = new PixelSize(input.Width, input.Height);
        if (spec.CenterCrop is { } crop)
        {
            if (crop != wanted)
                yield return Misfit($"{source} crops to {crop} (width×height), but the input '{XmlText.Plain(input.Name)}' takes {wanted}. {SizeHint(crop, wanted, "crop")}");
        }
        else if (spec.Resize.Kind == ResizeKind.Exact)
        {
            var size = new PixelSize(spec.Resize.Width, spec.Resize.Height);
            if (size != wanted)
                yield return Misfit($"{source} resizes to {size} (width×height), but the input '{XmlText.Plain(input.Name)}' takes {wanted}. {SizeHint(size, wanted, "size")}");
        }
        else if (spec.Resize.Kind == ResizeKind.ShorterSide)
        {
            yield return Misfit(FormattableString.Invariant(
                $"{source} resizes the shorter side to {spec.Resize.Width} and leaves the other one to the picture, but the input '{XmlText.Plain(input.Name)}' takes exactly {wanted}. Add a centre crop to {wanted}, or resize to {wanted} (width×height)."));
        }
    }

    private static string SizeHint(PixelSize got, PixelSize wanted, string what) =>
        got.Width == wanted.Height && got.Height == wanted.Width
            ? "Width and height look swapped: in ModelGenPreprocess sizes are width x height, as in picture sizes; in ModelGenShapes they are height x width, as in shapes."
            : $"Change the {what}, or fix the model's height and width to it with ModelGenShapes if the model leaves them open.";

    private static Problem Misfit(string message) => new(PreprocessingRules.PreprocessDoesNotFit, message);
}
