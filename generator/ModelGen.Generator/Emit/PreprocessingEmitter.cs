using System.Globalization;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Writes a picture's way into the input tensor, as constants of the class.</summary>
internal static class PreprocessingEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        if (body.Preprocessing is not { } spec)
            return;
        writer.Line($"/// <summary>What happens to a picture: {XmlText.Line(spec.Words)}.</summary>");
        using (writer.Block("public static M::ImagePipeline Preprocessing { get; } = new(new M::ImageSteps", "});"))
        {
            foreach ((string name, string value) in Properties(spec))
                writer.Line($"{name} = {value},");
        }
        writer.Blank();
        PortSpec input = body.Inputs[0];
        string tensor = $"M::Tensor<{TypeNames.Arguments(input)}>";
        writer.Lines($"""
            /// <summary>Writes a picture into a tensor, ready for the network: {XmlText.Line(spec.Words)}.</summary>
            /// <param name="image">Any size and pixel format.</param>
            /// <param name="destination">Where to; a rented call's <c>{input.Member}</c>, say.</param>
            public static void Preprocess(M::ImageView image, {tensor} destination) => Preprocessing.Write(image, destination.Span);
            """).Blank();
    }

    private static IEnumerable<(string Name, string Value)> Properties(PreprocessingSpec spec)
    {
        yield return ("Width", Number(spec.Width));
        yield return ("Height", Number(spec.Height));
        yield return ("Color", "M::ImageColor." + spec.Color);
        yield return ("Layout", "M::ImageLayout." + spec.Layout);
        if (spec.Resize.Kind != ResizeKind.None)
            yield return ("Resize", Resize(spec));
        if (spec.CenterCrop is not null)
            yield return ("CenterCrop", "true");
        if (spec.CenterCrop is not null && spec.CropRounding != CropRounding.Down)
            yield return ("CropRounding", "M::CropRounding." + spec.CropRounding);
        yield return ("Rescale", CSharpLiterals.Number(spec.Rescale));
        if (spec.Mean.Any(mean => mean != 0))
            yield return ("Mean", Array(spec.Mean));
        if (spec.Std.Any(std => std != 1))
            yield return ("Std", Array(spec.Std));
        yield return ("NumberRule", "M::NumberRule." + spec.NumberRule);
    }

    private static string Resize(PreprocessingSpec spec)
    {
        ResizeStep resize = spec.Resize;
        string filter = "M::ResizeFilter." + resize.Filter;
        string call = resize.Kind == ResizeKind.ShorterSide
            ? $"M::ImageResize.ShorterSide({Number(resize.Width)}, {filter})"
            : $"M::ImageResize.To({Number(resize.Width)}, {Number(resize.Height)}, {filter})";
        if (spec.Arithmetic != ResizeArithmetic.Pillow)
            return call + $" with {{ Arithmetic = M::ResizeArithmetic.{spec.Arithmetic} }}";
        return spec.PassOrder == PassOrder.Pillow13 ? call : call + $" with {{ PassOrder = M::PassOrder.{spec.PassOrder} }}";
    }

    private static string Array(EquatableArray<double> values) => $"[{string.Join(", ", values.Select(CSharpLiterals.Number))}]";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
