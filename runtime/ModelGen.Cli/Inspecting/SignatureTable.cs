using ModelGen.Onnx;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>The inputs and outputs of a model as a table: shapes as they were worked out, and as declared where that differs.</summary>
internal static class SignatureTable
{
    /// <summary>Writes the table.</summary>
    internal static void Write(IAnsiConsole console, InspectReport report, ModelFacts facts)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("");
        table.AddColumn("name");
        table.AddColumn("type");
        table.AddColumn("shape");
        table.AddColumn("declared as");
        table.AddColumn("");
        for (int i = 0; i < facts.Inputs.Count; i++)
            Row(table, "in", facts.Inputs[i].Name, facts.Inputs[i].Type, report.Inspection.DeclaredInputs[i], facts.Inputs[i].HasDefault ? "has a default" : "");
        for (int i = 0; i < facts.Outputs.Count; i++)
            Row(table, "out", facts.Outputs[i].Name, facts.Outputs[i].Type, report.Inspection.DeclaredOutputs[i], "");
        console.Write(table);
    }

    private static void Row(Table table, string direction, string name, Onnx.ValueType type, Onnx.ValueType declared, string remark)
    {
        TensorShape? shape = TypeNames.Shape(type);
        int open = shape?.Dims.Count(dim => !dim.IsKnown) ?? 0;
        if (open > 0)
            remark = remark.Length == 0 ? $"{open} open" : $"{open} open, {remark}";
        table.AddRow(
            new Text(direction),
            new Text(Units.Name(name), new Style(decoration: Decoration.Bold)),
            new Text(Printable.Line(TypeNames.Of(type))),
            Shape(type),
            type == declared ? new Text("the same", Color.Grey) : new Text(Words(declared, type), Color.Aqua),
            new Text(remark, Color.Yellow));
    }

    private static Paragraph Shape(Onnx.ValueType type)
    {
        Paragraph text = new();
        if (type is not TensorType)
            return text.Append("");
        if (TypeNames.Shape(type) is not { } shape)
            return text.Append("unknown rank", Color.Yellow);
        if (shape.Rank == 0)
            return text.Append("scalar");
        for (int i = 0; i < shape.Rank; i++)
        {
            if (i > 0)
                text.Append("×");
            text.Append(Units.Dim(shape.Dims[i]), shape.Dims[i].IsKnown ? Style.Plain : new Style(Color.Yellow));
        }
        return text;
    }

    private static string Words(Onnx.ValueType declared, Onnx.ValueType type)
    {
        string shape = declared is not TensorType ? "" : TypeNames.Shape(declared) is { } known ? Units.Shape(known) : "unknown rank";
        return TypeNames.Of(declared) == TypeNames.Of(type) ? shape : $"{TypeNames.Of(declared)} {shape}".TrimEnd();
    }
}
