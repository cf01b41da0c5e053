extern alias runtime;

using System.Text.Json;
using runtime::ModelGen.Engines;

namespace ModelGen.Cli;

/// <summary>What is in the engine cache, for scripts.</summary>
internal static class CacheJson
{
    /// <summary>The engines.</summary>
    internal static void WriteList(TextWriter output, string folder, IReadOnlyList<CacheEntry> entries) => JsonText.Write(output, json =>
    {
        json.WriteString("folder", folder);
        Entries(json, "engines", entries);
        json.WriteNumber("bytes", entries.Sum(entry => entry.Bytes));
    });

    /// <summary>What went.</summary>
    internal static void WritePruned(TextWriter output, string folder, PruneResult pruned, bool dry) => JsonText.Write(output, json =>
    {
        json.WriteString("folder", folder);
        json.WriteBoolean("dry_run", dry);
        Entries(json, "removed", pruned.Removed);
        Entries(json, "in_use", pruned.InUse);
        Faults(json, "failed", pruned.Failed);
        json.WriteNumber("freed_bytes", pruned.FreedBytes);
        json.WriteNumber("remaining_bytes", pruned.RemainingBytes);
        json.WriteNumber("left_overs", pruned.LeftOvers);
    });

    /// <summary>What is wrong.</summary>
    internal static void WriteFaults(TextWriter output, string folder, int entries, IReadOnlyList<CacheFault> faults) => JsonText.Write(output, json =>
    {
        json.WriteString("folder", folder);
        json.WriteNumber("engines", entries);
        Faults(json, "faults", faults);
    });

    private static void Entries(Utf8JsonWriter json, string property, IEnumerable<CacheEntry> entries)
    {
        json.WriteStartArray(property);
        foreach (CacheEntry entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("folder", entry.Folder);
            json.WriteString("model", entry.Model);
            json.WriteStartObject("parts");
            foreach ((string name, string value) in entry.Parts)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteNumber("bytes", entry.Bytes);
            json.WriteString("created", entry.Created);
            json.WriteNumber("build_seconds", entry.BuildTime.TotalSeconds);
            json.WriteString("last_used", entry.LastUsed);
            json.WriteBoolean("in_use", entry.InUse);
            json.WriteString("damage", entry.Damage);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Faults(Utf8JsonWriter json, string property, IEnumerable<CacheFault> faults)
    {
        json.WriteStartArray(property);
        foreach (CacheFault fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("id", fault.Id);
            json.WriteString("folder", fault.Folder);
            json.WriteString("problem", fault.Problem);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
