using ModelGen.Onnx;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary><c>inspect</c> for people: a page that can be read with colours and without.</summary>
/// <remarks>Names go in as <see cref="Text"/>, never as markup: they may hold anything.</remarks>
internal static class InspectPage
{
    // Most networks have fewer kinds of operators that matter; a page should stay on a screen.
    private const int OperatorsShown = 12;
    private const int BarLength = 40;

    /// <summary>Writes the page: results to standard output, errors to standard error.</summary>
    internal static void Write(Surroundings surroundings, InspectReport report)
    {
        if (report.Facts is { } facts)
        {
            IAnsiConsole console = surroundings.OutputConsole;
            Headline(surroundings, report, facts);
            SignatureTable.Write(console, report, facts);
            Operators(console, report.Inspection);
            Sizes(surroundings.Output, report, facts);
            OpenDims(surroundings, report, facts);
            foreach (Problem problem in report.Problems.Where(problem => !ModelProblems.IsError(problem)))
                Problem(console, surroundings.Output, problem, Color.Yellow);
            surroundings.Output.Flush();
        }
        foreach (Problem problem in report.Problems.Where(ModelProblems.IsError))
            Problem(surroundings.ErrorConsole, surroundings.Error, problem, Color.Red);
    }

    private static void Headline(Surroundings surroundings, InspectReport report, ModelFacts facts)
    {
        surroundings.OutputConsole.Write(new Text(Printable.Line(Path.GetFileName(report.Path)), new Style(decoration: Decoration.Bold)));
        string producer = facts.Producer.Length == 0 ? "" : $" · from {Printable.Line(facts.Producer, Printable.NameLength)}";
        string opsets = string.Join(", ", facts.Opsets.Select(opset =>
            opset.Domain == "ai.onnx" ? $"opset {opset.Version}" : $"{Printable.Line(opset.Domain, Printable.NameLength)} {opset.Version}"));
        surroundings.Output.WriteLine($" · {Units.Bytes(facts.FileLength)} · {(opsets.Length == 0 ? "no opset" : opsets)}{producer} · IR {facts.IrVersion}");
        if (report.Sha256.Length > 0)
            surroundings.Output.WriteLine($"SHA-256 {report.Sha256}");
        if (facts.Description.Length > 0)
            surroundings.Output.WriteLine(Printable.Line(facts.Description, 200));
    }

    private static void Operators(IAnsiConsole console, Inspection inspection)
    {
        if (inspection.Operators.Count == 0)
            return;
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn($"operators ({Units.Count(inspection.Operators.Sum(count => (long)count.Count))} nodes)", column => column.NoWrap());
        table.AddColumn("", column => column.RightAligned().NoWrap());
        table.AddColumn("", column => column.NoWrap());
        int most = inspection.Operators[0].Count;
        foreach (OperatorCount count in inspection.Operators.Take(OperatorsShown))
        {
            int bar = Math.Max(1, (int)((long)count.Count * BarLength / most));
            table.AddRow(new Text(Printable.Line(count.Operator, Printable.NameLength)), new Text(Units.Count(count.Count)), new Text(new string('█', bar), Color.Blue));
        }
        if (inspection.Operators.Count > OperatorsShown)
        {
            long rest = inspection.Operators.Skip(OperatorsShown).Sum(count => (long)count.Count);
            table.AddRow(new Text($"{inspection.Operators.Count - OperatorsShown} more"), new Text(Units.Count(rest)), Text.Empty);
        }
        console.Write(table);
    }

    private static void Sizes(TextWriter output, InspectReport report, ModelFacts facts)
    {
        Inspection inspection = report.Inspection;
        string weights = inspection.WeightBytes is long bytes ? $"{Units.Bytes(bytes)} of weights" : "weights beyond counting";
        string files = facts.ExternalFiles.Count == 0 ? "" : $", in {Units.Count(facts.ExternalFiles.Count)} more file{(facts.ExternalFiles.Count == 1 ? "" : "s")}: "
            + string.Join(", ", facts.ExternalFiles.Take(3).Select(Printable.Quote)) + (facts.ExternalFiles.Count > 3 ? ", …" : "");
        output.WriteLine($"Parameters  {Units.Count(facts.ParameterCount)}, {weights}{files}");
        output.WriteLine("Memory      " + (report.MemoryBytes is long memory
            ? $"about {Units.Bytes(memory)}: the weights and up to {Units.Bytes(inspection.ActivationBytes!.Value)} of tensors at once"
            : "unknown: needs every shape known"));
    }

    private static void OpenDims(Surroundings surroundings, InspectReport report, ModelFacts facts)
    {
        IReadOnlyList<OpenDim> open = OpenDim.All(facts);
        FixLines lines = new(report.Path, facts, report.Fixes);
        TextWriter output = surroundings.Output;
        if (open.Count > 0)
            output.WriteLine("Open dims   " + string.Join(", ", open.Take(8).Select(Describe)) + (open.Count > 8 ? $" and {open.Count - 8} more" : ""));
        if (!lines.IsNeeded && report.Fixes.Items.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(lines.IsNeeded ? "To fix them, with your sizes in place of the 1s, here or in a project:" : "The same in a project:");
        if (lines.IsNeeded)
            output.WriteLine("  " + lines.Command);
        output.WriteLine("  " + lines.ProjectLine);
    }

    private static string Describe(OpenDim dim)
    {
        string places = string.Join(", ", dim.Places.Take(3)) + (dim.Places.Count > 3 ? ", …" : "");
        return dim.Name is null ? places : $"{Units.Name(dim.Name)} ({places})";
    }

    private static void Problem(IAnsiConsole console, TextWriter output, Problem problem, Color color)
    {
        output.WriteLine();
        console.Write(new Text($"{(ModelProblems.IsError(problem) ? "error" : "warning")} {problem.Rule.Id}", color));
        output.WriteLine(": " + problem.Message);
        if (problem.Node is not null)
            output.WriteLine("  at " + problem.Node);
        output.WriteLine("  " + ModelProblems.Page(problem.Rule));
    }
}
