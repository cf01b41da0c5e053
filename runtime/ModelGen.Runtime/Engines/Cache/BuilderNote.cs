using System.Globalization;
using System.Text.Json;

namespace ModelGen.Engines;

/// <summary>Who builds an engine since when, for those who wait. It decides nothing: the lock does.</summary>
/// <param name="Process">The process's number.</param>
/// <param name="Host">Its machine.</param>
/// <param name="Since">When it began, by its clock.</param>
internal sealed record BuilderNote(int Process, string Host, DateTimeOffset Since)
{
    /// <summary>Writes this process's note; without one, others wait all the same.</summary>
    public static void Leave(string path, TimeProvider clock)
    {
        try
        {
            using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            using Utf8JsonWriter json = new(file);
            json.WriteStartObject();
            json.WriteNumber("process", Environment.ProcessId);
            json.WriteString("host", Environment.MachineName);
            json.WriteString("since", clock.GetUtcNow());
            json.WriteEndObject();
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
        }
    }

    /// <summary>The note; null when there is none, or none yet.</summary>
    public static BuilderNote? Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = json.RootElement;
            return new BuilderNote(root.GetProperty("process").GetInt32(), root.GetProperty("host").GetString() ?? "?", root.GetProperty("since").GetDateTimeOffset());
        }
        catch (Exception e) when (DiskErrors.Is(e) || e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>As a sentence's end: <c>process 4711 on db1 since 12:03:04 UTC</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Host} since {Since.UtcDateTime:HH:mm:ss} UTC");
}
