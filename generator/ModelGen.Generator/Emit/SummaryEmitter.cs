using System.Globalization;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Writes the class's documentation: signature, preprocessing, origin. A reader should learn the model from it alone.</summary>
internal static class SummaryEmitter
{
    internal static void Write(CodeWriter writer, ModelSpec spec, ModelBody body)
    {
        writer.Line($"/// <summary>{XmlText.Line(spec.Name)}: {What(body)}.</summary>");
        writer.Line("/// <remarks>");
        if (body.Facts.Description.Length > 0)
            writer.Line($"/// <para>{XmlText.Line(body.Facts.Description)}</para>");
        writer.Line("/// <code>");
        foreach (string line in Table(body))
            writer.Line("/// " + line);
        writer.Line("/// </code>");
        writer.Line($"/// {Origin(body.Facts)}{(body.Precision is { } precision ? $" Providers that have a choice may compute in {precision.Words}." : "")} Instances are thread-safe.");
        writer.Line("/// </remarks>");
        writer.Line($"[M::OnnxModel({CSharpLiterals.Text(spec.OutputFile)}, {CSharpLiterals.Text(body.Sha256)})]");
        if (body.Preprocessing is { Resize: { Kind: not ResizeKind.None, ScalesFloats: false } resize })
            writer.Line($"[M::BytePictures({CSharpLiterals.Text(ResizeWords.Of(resize))})]");
    }

    private static string What(ModelBody body) => (body.Preprocessing, body.Result) switch
    {
        (_, { } result) => $"a picture → {ResultEmitter.What(result)}",
        ({ }, _) => $"a picture → {Names(body.Outputs)}",
        _ => $"{Names(body.Inputs)} → {Names(body.Outputs)}",
    };

    private static string Names(EquatableArray<PortSpec> ports) =>
        ports.Count == 0 ? "nothing" : XmlText.Line(string.Join(", ", ports.Take(6).Select(port => port.OnnxName)) + (ports.Count > 6 ? ", …" : ""));

    private static IEnumerable<string> Table(ModelBody body)
    {
        List<string[]> rows = [.. body.Inputs.Select(port => Row("input", port)), .. body.Outputs.Select(port => Row("output", port))];
        if (body.Preprocessing is { } preprocessing && body.Inputs.Count > 0)
            rows[0][4] = preprocessing.Words;
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join("   ", row.Select((cell, column) => column < 4 ? cell.PadRight(widths[column]) : XmlText.Line(cell))).TrimEnd());
    }

    private static string[] Row(string role, PortSpec port) =>
        [role, XmlText.Line(port.OnnxName), port.Element.ToName(), DimText(port), port.HasDefault ? "has a default" : port.Description];

    /// <summary>A port's dims as people write them.</summary>
    internal static string DimText(PortSpec port) =>
        port.IsScalar ? "scalar" : XmlText.Line(string.Join("×", port.Dims));

    private static string Origin(ModelFacts facts)
    {
        string opsets = string.Join(", ", facts.Opsets.Select(opset => $"{opset.Domain} {opset.Version.ToString(CultureInfo.InvariantCulture)}"));
        string producer = facts.Producer.Length == 0 ? "" : $", from {facts.Producer}";
        return XmlText.Line($"Opset {opsets}{producer}; {Count(facts.ParameterCount)} parameters.");
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
