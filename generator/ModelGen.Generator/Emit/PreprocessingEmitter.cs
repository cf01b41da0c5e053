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
            yield return ("Resize", Resize(spec.Resize));
        if (spec.CenterCrop is not null)
            yield return ("CenterCrop", "true");
        if (spec.CenterCrop is not null && spec.CropRounding != CropRounding.Down)
            yield return ("CropRounding", "M::CropRounding." + spec.CropRounding);
        if (spec.Padding is { } padding)
            yield return ("Padding", Padding(padding));
        if (spec.Background.Count > 0)
            yield return ("Background", Array(spec.Background));
        yield return ("Rescale", CSharpLiterals.Number(spec.Rescale));
        if (spec.Mean.Any(mean => mean != 0))
            yield return ("Mean", Array(spec.Mean));
        if (spec.Std.Any(std => std != 1))
            yield return ("Std", Array(spec.Std));
        if (spec.DividesTwice)
            yield return ("DividesTwice", "true");
        if (spec.Quantization is { } quantization)
            yield return ("Quantization", $"new M::ImageQuantization({CSharpLiterals.Number(quantization.Scale)}, {Number(quantization.ZeroPoint)})");
        yield return ("NumberRule", "M::NumberRule." + spec.NumberRule);
    }

    private static string Resize(ResizeStep resize)
    {
        string size = resize.Kind switch
        {
            ResizeKind.ShorterSide when resize.Height == 0 => Number(resize.Width),
            ResizeKind.LongerSide => Number(resize.Width),
            // Height first: what the text is scaled to, and then how wide it may be.
            ResizeKind.ToHeight => $"{Number(resize.Height)}, {Number(resize.Width)}",
            _ => $"{Number(resize.Width)}, {Number(resize.Height)}",
        };
        string[] details = [.. Details(resize)];
        string with = details.Length == 0 ? "" : $" with {{ {string.Join(", ", details)} }}";
        return $"M::ImageResize.{resize.Kind}({size}, M::ResizeFilter.{resize.Filter}){with}";
    }

    private static IEnumerable<string> Details(ResizeStep resize)
    {
        if (resize.Arithmetic != ResizeArithmetic.Pillow)
            yield return "Arithmetic = M::ResizeArithmetic." + resize.Arithmetic;
        else if (resize.PassOrder != PassOrder.Pillow13)
            yield return "PassOrder = M::PassOrder." + resize.PassOrder;
        if (resize.Rounding != SizeRounding.Truncate)
            yield return "Rounding = M::SizeRounding." + resize.Rounding;
        if (resize.OnlyShrinks)
            yield return "OnlyShrinks = true";
        if (resize.MultipleOf > 1)
            yield return $"MultipleOf = {Number(resize.MultipleOf)}";
    }

    private static string Padding(PaddingStep padding)
    {
        string anchor = padding.Anchor == ImageAnchor.Centre ? "" : ", M::ImageAnchor." + padding.Anchor;
        return padding.Number is { } number
            ? $"M::ImagePadding.WithNumber({CSharpLiterals.Number((float)number)}{anchor})"
            : $"M::ImagePadding.WithLevel({Number(padding.Level)}{anchor})";
    }

    private static string Array(EquatableArray<double> values) => $"[{string.Join(", ", values.Select(CSharpLiterals.Number))}]";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
