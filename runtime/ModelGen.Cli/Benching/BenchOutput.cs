using System.Globalization;
using ModelGen.Onnx;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>Writes the results of <c>bench</c>.</summary>
internal static class BenchOutput
{
    /// <summary>One JSON object; a number that was not measured is null.</summary>
    internal static void WriteJson(TextWriter output, BenchReport report) => JsonText.Write(output, json =>
    {
        Measurement measurement = report.Measurement;
        json.WriteString("model", report.Path);
        json.WriteString("provider", report.Provider);
        json.WriteStartArray("inputs");
        foreach (Feed feed in report.Feeds)
        {
            json.WriteStartObject();
            json.WriteString("name", feed.Name);
            json.WriteString("type", feed.Element.ToName());
            JsonText.Shape(json, "shape", new TensorShape(new(feed.Shape.Select(Dim.Known))));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("warmup_runs", measurement.WarmupRuns);
        json.WriteNumber("runs", measurement.Latencies.Count);
        json.WriteNumber("seconds", measurement.Seconds);
        json.WriteBoolean("complete", measurement.Complete);
        json.WriteStartObject("latency_ms");
        foreach ((string name, double milliseconds) in report.Latencies)
        {
            if (double.IsNaN(milliseconds))
                json.WriteNull(name);
            else
                json.WriteNumber(name, milliseconds);
        }
        json.WriteEndObject();
        json.WriteNumber("throughput_per_second", measurement.Throughput);
        json.WriteNumber("allocated_bytes_per_run", measurement.AllocatedPerRun);
        json.WriteBoolean("outputs_bound", report.Bound);
    });

    /// <summary>A page.</summary>
    internal static void WritePage(Surroundings surroundings, BenchReport report)
    {
        Measurement measurement = report.Measurement;
        TextWriter output = surroundings.Output;
        output.WriteLine($"{Printable.Line(Path.GetFileName(report.Path))} on {report.Provider}: {string.Join(", ", report.Inputs)}");
        if (measurement.Latencies.Count > 0)
        {
            Table table = new() { Border = TableBorder.Simple };
            foreach ((string name, _) in report.Latencies)
                table.AddColumn(name, column => column.RightAligned().NoWrap());
            table.AddRow(report.Latencies.Select(latency => new Text(latency.Milliseconds.ToString("0.000", CultureInfo.InvariantCulture))));
            table.Caption("milliseconds a run");
            surroundings.OutputConsole.Write(table);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{measurement.Latencies.Count:N0} runs in {measurement.Seconds:0.00} s after {measurement.WarmupRuns:N0} for warming up: {measurement.Throughput:N1} runs a second."));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Managed memory: {measurement.AllocatedPerRun:N0} bytes a run.")
            + (report.Bound ? "" : " Outputs that are not tensors of numbers are made anew in each run."));
        if (!measurement.Complete)
            output.WriteLine("Cut short with Ctrl+C.");
        output.Flush();
    }
}
