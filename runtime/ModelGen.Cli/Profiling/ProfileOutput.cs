extern alias runtime;

using System.Globalization;
using System.Text.Json;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>Writes the results of <c>profile</c>.</summary>
internal static class ProfileOutput
{
    /// <summary>One JSON object, with all rows of all tables; times in milliseconds.</summary>
    internal static void WriteJson(TextWriter output, ProfileReport report) => JsonText.Write(output, json =>
    {
        EngineProfile profile = report.Profile;
        json.WriteString("model", report.Path);
        json.WriteString("provider", report.Provider);
        json.WriteNumber("runs", profile.Runs.Length);
        json.WriteNumber("mean_run_ms", profile.MeanRun.TotalMilliseconds);
        json.WriteStartArray("phases");
        foreach (PhaseTiming phase in profile.Phases)
        {
            json.WriteStartObject();
            json.WriteString("name", phase.Name);
            json.WriteNumber("ms", phase.Duration.TotalMilliseconds);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("nodes");
        foreach (NodeTiming node in profile.Nodes)
            Write(json, node);
        json.WriteEndArray();
        Write(json, "operators", profile.Operators);
        Write(json, "providers", profile.Providers);
        json.WriteNumber("unreadable_events", profile.UnreadableEvents);
    });

    /// <summary>A page.</summary>
    /// <param name="surroundings">Where it goes.</param>
    /// <param name="report">What it shows.</param>
    /// <param name="top">Rows at most.</param>
    internal static void WritePage(Surroundings surroundings, ProfileReport report, int top)
    {
        EngineProfile profile = report.Profile;
        TextWriter output = surroundings.Output;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Printable.Line(Path.GetFileName(report.Path))} on {report.Provider}: {Milliseconds(profile.MeanRun)} ms a run, mean of {profile.Runs.Length:N0} with profiling on"));
        output.WriteLine(string.Join(", ", profile.Phases.Select(phase => $"{Printable.Line(phase.Name)} {Milliseconds(phase.Duration)} ms")));
        int rows = report.By == ProfileGrouping.Node
            ? Nodes(surroundings.OutputConsole, profile, top)
            : Groups(surroundings.OutputConsole, report.By, report.By == ProfileGrouping.Operator ? profile.Operators : profile.Providers, top, profile.Runs.Length);
        if (rows > top)
            output.WriteLine($"{Units.Count(rows - top)} more; --top shows them, and --json has all.");
        output.Flush();
    }

    private static int Nodes(IAnsiConsole console, EngineProfile profile, int top)
    {
        Table table = New("node", "operator", "provider", "output");
        foreach (NodeTiming node in profile.Nodes.Take(top))
            Row(table, [node.Name, node.Operator, Short(node.Provider), string.Join(", ", node.Outputs)], node.Total / profile.Runs.Length, node.Share);
        console.Write(table);
        return profile.Nodes.Length;
    }

    private static int Groups(IAnsiConsole console, ProfileGrouping by, IReadOnlyCollection<GroupTiming> groups, int top, int runs)
    {
        Table table = New(by == ProfileGrouping.Operator ? "operator" : "provider", "nodes");
        foreach (GroupTiming group in groups.Take(top))
            Row(table, [by == ProfileGrouping.Operator ? group.Name : Short(group.Name), Units.Count(group.Nodes)], group.Total / runs, group.Share);
        console.Write(table);
        return groups.Count;
    }

    private static Table New(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("ms a run", column => column.RightAligned().NoWrap());
        table.AddColumn("share", column => column.RightAligned().NoWrap());
        foreach (string name in columns)
            table.AddColumn(name);
        return table;
    }

    private static void Row(Table table, string[] cells, TimeSpan time, double share) => table.AddRow(
        [new Text(Milliseconds(time)), new Text(share.ToString("0.0 %", CultureInfo.InvariantCulture)), .. cells.Select(cell => new Text(Printable.Line(cell, Printable.NameLength)))]);

    // CPUExecutionProvider says no more than CPU.
    private static string Short(string provider) => provider.EndsWith("ExecutionProvider", StringComparison.Ordinal) ? provider[..^"ExecutionProvider".Length] : provider;

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, NodeTiming node)
    {
        json.WriteStartObject();
        json.WriteString("name", node.Name);
        json.WriteString("operator", node.Operator);
        json.WriteString("provider", node.Provider);
        json.WriteNumber("calls", node.Calls);
        json.WriteNumber("total_ms", node.Total.TotalMilliseconds);
        json.WriteNumber("mean_ms", node.Mean.TotalMilliseconds);
        json.WriteNumber("share", node.Share);
        JsonText.Strings(json, "inputs", node.Inputs);
        JsonText.Strings(json, "outputs", node.Outputs);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string property, IEnumerable<GroupTiming> groups)
    {
        json.WriteStartArray(property);
        foreach (GroupTiming group in groups)
        {
            json.WriteStartObject();
            json.WriteString("name", group.Name);
            json.WriteNumber("nodes", group.Nodes);
            json.WriteNumber("calls", group.Calls);
            json.WriteNumber("total_ms", group.Total.TotalMilliseconds);
            json.WriteNumber("share", group.Share);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
