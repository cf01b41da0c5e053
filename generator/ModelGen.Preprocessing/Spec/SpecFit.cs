using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Checks that what a pipeline gives is what the model takes.</summary>
internal static class SpecFit
{
    /// <summary>The pipeline with its size settled, or every way in which it does not fit.</summary>
    /// <param name="spec">The pipeline; its width and height are the model's.</param>
    /// <param name="input">The model's input.</param>
    /// <param name="source">What to call the pipeline in messages: a file's or an item metadata's name.</param>
    /// <param name="problems">What is wrong already; more is added.</param>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Settle(
        PreprocessingSpec? spec, ImageInputShape input, string source, IEnumerable<Problem> problems)
    {
        List<Problem> all = [.. problems];
        // Numbers, as the model was trained with, become integers in the way that the model turns back; levels stay levels.
        if (spec is { Quantization: null } && GivesFractions(spec) && input is { HoldsIntegers: true, Quantization: { } own })
            spec = spec with { Quantization = new QuantizationStep(own.Scale, own.ZeroPoint) };
        if (spec is not null)
            all.AddRange(Check(spec, input, source));
        return all.Count == 0 ? (spec!.Settled(), default) : (null, new(all));
    }

    private static IEnumerable<Problem> Check(PreprocessingSpec spec, ImageInputShape input, string source)
    {
        int channels = spec.Color == ImageColor.Gray ? 1 : 3;
        if (channels != input.Channels)
        {
            yield return Misfit(FormattableString.Invariant(
                $"{source} gives {channels} channel(s), {PreprocessingWords.Color(spec.Color)}, but the input '{XmlText.Plain(input.Name)}' takes {input.Channels}. Change what it says of channels, or fill the tensor yourself with ModelGenPreprocess=\"none\"."));
        }
        if (input.HoldsIntegers && spec.Quantization is null && GivesFractions(spec))
        {
            yield return Misfit(
                $"{source} gives fractions ({spec.Words}), but the input '{XmlText.Plain(input.Name)}' takes {input.Element.ToName()}. Take the levels as they are, without rescale, mean and deviation; or say what an integer is worth: quant=SCALE,ZEROPOINT in ModelGenPreprocess.");
        }
        if (!input.HoldsIntegers && spec.Quantization is not null)
            yield return Misfit($"{source} quantises, but the input '{XmlText.Plain(input.Name)}' takes {input.Element.ToName()}, not int8 or uint8. Remove the quantisation.");
        if (input.IsSizeKnown && SizeProblem(spec, input, source) is { } problem)
            yield return problem;
    }

    private static bool GivesFractions(PreprocessingSpec spec) =>
        spec.Rescale != 1 || spec.Mean.Any(mean => mean != 0) || spec.Std.Any(std => std != 1);

    private static Problem? SizeProblem(PreprocessingSpec spec, ImageInputShape input, string source)
    {
        var wanted = new PixelSize(input.Width, input.Height);
        var size = new PixelSize(spec.Resize.Width, spec.Resize.Height);
        string takes = $"but the input '{XmlText.Plain(input.Name)}' takes";
        if (spec.CenterCrop is { } crop)
            return crop == wanted ? null : Misfit($"{source} crops to {crop} (width×height), {takes} {wanted}. {SizeHint(crop, wanted, "crop")}");
        if (spec.Resize.Kind == ResizeKind.None)
            return null;
        if (spec.Padding is not null)
        {
            bool isTooLarge = spec.Resize.Kind is ResizeKind.To or ResizeKind.Within or ResizeKind.ToHeight && (size.Width > wanted.Width || size.Height > wanted.Height);
            return isTooLarge ? Misfit($"{source} resizes to up to {size} (width×height), {takes} {wanted}. {SizeHint(size, wanted, "size")}") : null;
        }
        if (spec.Resize.Kind == ResizeKind.To)
            return size == wanted ? null : Misfit($"{source} resizes to {size} (width×height), {takes} {wanted}. {SizeHint(size, wanted, "size")}");
        string rule = spec.Resize.Kind == ResizeKind.ShorterSide
            ? FormattableString.Invariant($"the shorter side to {spec.Resize.Width} and leaves the other one to the picture")
            : $"so that the size depends on the picture ({ResizeWords.Describe(spec.Resize)})";
        return Misfit($"{source} resizes {rule}, {takes} exactly {wanted}. Add a centre crop to {wanted}, or resize to {wanted} (width×height), or pad to it.");
    }

    private static string SizeHint(PixelSize got, PixelSize wanted, string what) =>
        got.Width == wanted.Height && got.Height == wanted.Width
            ? "Width and height look swapped: in ModelGenPreprocess sizes are width x height, as in picture sizes; in ModelGenShapes they are height x width, as in shapes."
            : $"Change the {what}, or fix the model's height and width to it with ModelGenShapes if the model leaves them open.";

    private static Problem Misfit(string message) => new(PreprocessingRules.PreprocessDoesNotFit, message);
}
