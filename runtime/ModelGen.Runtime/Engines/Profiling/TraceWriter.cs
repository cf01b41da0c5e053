using System.Text.Json;

namespace ModelGen.Engines;

/// <summary>Writes events in the Trace Event Format that Perfetto and Chrome read.</summary>
/// <remarks>
/// ONNX Runtime's own file is not taken as it is: a quotation mark in a node's name makes it invalid, nothing names the process or the threads,
/// and slices are called after kernels instead of operators.
/// </remarks>
internal static class TraceWriter
{
    // So many bytes go to the stream at once: a trace of a million events must not stand in memory as text.
    private const int FlushBytes = 1 << 16;

    /// <summary>Writes one JSON object.</summary>
    public static void Write(Stream stream, string model, IReadOnlyCollection<TraceEvent> events)
    {
        using Utf8JsonWriter json = new(stream);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        foreach (long process in events.Select(@event => @event.ProcessId).Distinct())
            Name(json, "process_name", process, null, $"{model} (ONNX Runtime)");
        foreach (IGrouping<(long Process, long Thread), TraceEvent> thread in events.GroupBy(@event => (@event.ProcessId, @event.ThreadId)))
        {
            string role = thread.Any(@event => @event.IsRun) ? "runs" : thread.Any(@event => @event.IsNode) ? "nodes" : thread.First().Category;
            Name(json, "thread_name", thread.Key.Process, thread.Key.Thread, $"{role} {thread.Key.Thread}");
        }

        int run = 0;
        // The format asks for no order, but nested slices of equal start are drawn as they come: the longest first.
        foreach (TraceEvent @event in events.OrderBy(@event => @event.Start).ThenByDescending(@event => @event.Duration))
        {
            Slice(json, @event, @event.IsRun ? ++run : 0);
            if (json.BytesPending >= FlushBytes)
                json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    private static void Name(Utf8JsonWriter json, string kind, long process, long? thread, string name)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteString("name", kind);
        json.WriteNumber("pid", process);
        if (thread is { } id)
            json.WriteNumber("tid", id);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Slice(Utf8JsonWriter json, TraceEvent @event, int run)
    {
        json.WriteStartObject();
        json.WriteString("ph", "X");
        json.WriteString("cat", @event.IsNode ? "node," + @event.Provider : @event.Category);
        json.WriteString("name", @event.IsNode ? $"{@event.Operator} {@event.Name}" : run > 0 ? $"run {run}" : @event.Name);
        json.WriteNumber("pid", @event.ProcessId);
        json.WriteNumber("tid", @event.ThreadId);
        json.WriteNumber("ts", @event.Start);
        json.WriteNumber("dur", @event.Duration);
        json.WriteStartObject("args");
        if (@event.IsNode)
        {
            json.WriteString("node", @event.Name);
            json.WriteString("operator", @event.Operator);
            json.WriteString("provider", @event.Provider);
            Shapes(json, "inputs", @event.Inputs);
            Shapes(json, "outputs", @event.Outputs);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Shapes(Utf8JsonWriter json, string property, IEnumerable<string> shapes)
    {
        json.WriteStartArray(property);
        foreach (string shape in shapes)
            json.WriteStringValue(shape);
        json.WriteEndArray();
    }
}
