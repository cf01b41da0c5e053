using ModelGen.Onnx;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>The results of <c>run</c> as a table: a row for each file.</summary>
internal static class RunTable
{
    /// <summary>Writes the table.</summary>
    internal static void Write(IAnsiConsole console, IReadOnlyCollection<WrittenOutput> outputs)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string header in new[] { "output", "shape", "type" })
            table.AddColumn(header);
        foreach (string header in new[] { "min", "max", "mean" })
            table.AddColumn(header, column => column.RightAligned().NoWrap());
        table.AddColumn("file");
        foreach (WrittenOutput output in outputs)
        {
            string[] numbers = output.Summary is { } summary
                ? [Units.Value(summary.Min), Units.Value(summary.Max), Units.Value(summary.Mean)]
                : ["", "", ""];
            string[] cells = [output.Name, output.Shape, output.Type, .. numbers, File(output)];
            table.AddRow(cells.Select(cell => new Text(Printable.Line(cell))));
        }
        console.Write(table);
    }

    private static string File(WrittenOutput output)
    {
        string remark = output.Summary is { NotNumbers: > 0 } summary ? $"{Units.Count(summary.NotNumbers)} NaN" : output.Remark;
        return output.File is null ? remark : remark.Length == 0 ? output.File : $"{output.File} ({remark})";
    }
}
