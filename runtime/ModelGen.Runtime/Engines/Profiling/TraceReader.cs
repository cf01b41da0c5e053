using System.Collections.Immutable;
using System.Text.Json;

namespace ModelGen.Engines;

/// <summary>Reads the file that ONNX Runtime's profiler writes: an array of events in JSON, one a line.</summary>
/// <remarks>
/// Each line is read by itself: names are not escaped in that file, so that one with a quotation mark makes its own line invalid,
/// and the file as a whole. Lines that can't be read are counted, and events without a duration are passed over.
/// </remarks>
internal static class TraceReader
{
    // A bound on memory, some 400 MB. ONNX Runtime has one of its own, below that.
    private const int MostEvents = 2_000_000;

    // An event has the shapes of its node's inputs; a Concat of a thousand is some 50,000 characters.
    private const int LongestLine = 1 << 20;

    /// <summary>Reads events in the file's order.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="unreadable">Lines that are no event.</param>
    public static List<TraceEvent> Read(TextReader reader, out int unreadable)
    {
        List<TraceEvent> events = [];
        unreadable = 0;
        while (events.Count < MostEvents && reader.ReadLine() is { } line)
        {
            ReadOnlyMemory<char> text = line.AsMemory().Trim().TrimEnd(',');
            if (text.Length == 0 || text.Span is "[" or "]")
                continue;
            if (text.Length <= LongestLine && TryRead(text, out TraceEvent? @event))
            {
                if (@event is not null)
                    events.Add(@event);
            }
            else
            {
                unreadable++;
            }
        }
        return events;
    }

    private static bool TryRead(ReadOnlyMemory<char> text, out TraceEvent? @event)
    {
        @event = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return false;
            if (Number(root, "ts") is { } start && Number(root, "dur") is { } duration && duration >= 0 && Text(root, "name") is { Length: > 0 } name)
                @event = Event(root, name, start, duration);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static TraceEvent Event(JsonElement root, string name, long start, long duration)
    {
        JsonElement args = root.TryGetProperty("args", out JsonElement found) && found.ValueKind == JsonValueKind.Object ? found : default;
        string @operator = Text(args, "op_name");
        const string ending = "_kernel_time";
        return new TraceEvent(
            Text(root, "cat"), @operator.Length > 0 && name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name,
            Number(root, "pid") ?? 0, Number(root, "tid") ?? 0, start, duration,
            @operator, Text(args, "provider"), Shapes(args, "input_type_shape"), Shapes(args, "output_type_shape"));
    }

    private static string Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()! : "";

    private static long? Number(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    // [{"float":[1,3,224,224]},{"int64":[]}]
    private static ImmutableArray<string> Shapes(JsonElement args, string property)
    {
        if (args.ValueKind != JsonValueKind.Object || !args.TryGetProperty(property, out JsonElement values) || values.ValueKind != JsonValueKind.Array)
            return [];
        return [.. values.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.Object).SelectMany(value => value.EnumerateObject())
            .Where(type => type.Value.ValueKind == JsonValueKind.Array)
            .Select(type => type.Value.GetArrayLength() == 0 ? type.Name : $"{type.Name} {string.Join('×', type.Value.EnumerateArray().Select(dim => dim.GetRawText()))}")];
    }
}
