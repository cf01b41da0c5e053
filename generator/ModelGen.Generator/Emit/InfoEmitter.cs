using System.Globalization;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Writes <c>Info</c>: what the program knows of the model at run time.</summary>
internal static class InfoEmitter
{
    internal static void Write(CodeWriter writer, ModelSpec spec, ModelBody body)
    {
        writer.Line("/// <summary>Names, types, shapes and hash of the model.</summary>");
        using (writer.Block("public static M::ModelInfo Info { get; } = new()", "};"))
        {
            writer.Lines($"""
                Name = {CSharpLiterals.Text(spec.Name)},
                FileName = {CSharpLiterals.Text(spec.OutputFile)},
                Sha256 = {CSharpLiterals.Text(body.Sha256)},
                Inputs = [{string.Join(", ", body.Inputs.Select(Tensor))}],
                Outputs = [{string.Join(", ", body.Outputs.Select(Tensor))}],
                """);
            if (body.Facts.FixedDims.Count > 0)
                writer.Line($"FixedDims = [{string.Join(", ", body.Facts.FixedDims.Select(dim => $"new({CSharpLiterals.Text(dim.Name)}, {Number(dim.Size)})"))}],");
            writer.Line($"Opsets = [{string.Join(", ", body.Facts.Opsets.Select(opset => CSharpLiterals.Text(opset.Domain + " " + Number(opset.Version))))}],");
            writer.Line($"Producer = {CSharpLiterals.Text(body.Facts.Producer)},");
            writer.Line($"ParameterCount = {Number(body.Facts.ParameterCount)},");
            if (body.Facts.ExternalFiles.Count > 0)
                writer.Line($"WeightFiles = [{string.Join(", ", body.Facts.ExternalFiles.Select(CSharpLiterals.Text))}],");
            if (body.Precision is { } precision)
                writer.Line($"Precision = M::Precision.{precision.Member},");
            WriteMetadata(writer, body.Facts.Metadata);
        }
        writer.Blank();
    }

    private static void WriteMetadata(CodeWriter writer, EquatableArray<MetadataEntry> metadata)
    {
        if (metadata.Count == 0)
            return;
        // A key may stand twice in a hostile file; the first one counts, as in ONNX Runtime.
        IEnumerable<string> pairs = metadata.GroupBy(entry => entry.Key).Select(entries =>
            $"new({CSharpLiterals.Text(entries.Key)}, {CSharpLiterals.Text(entries.First().Value)})");
        writer.Line("Metadata = S::Collections.Immutable.ImmutableDictionary.CreateRange(new S::Collections.Generic.KeyValuePair<string, string>[]");
        writer.Line("{");
        using (writer.Indented())
        {
            foreach (string pair in pairs)
                writer.Line(pair + ",");
        }
        writer.Line("}),");
    }

    private static string Tensor(PortSpec port)
    {
        IEnumerable<string> dims = port.Dims.Select(dim => dim.Size is { } size ? Number(size) : CSharpLiterals.Text(dim.Symbol ?? ""));
        string hasDefault = port.HasDefault ? ", HasDefault: true" : "";
        return $"new({CSharpLiterals.Text(port.OnnxName)}, {TypeNames.RuntimeElement(port.Element)}, [{string.Join(", ", dims)}]{hasDefault})";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
