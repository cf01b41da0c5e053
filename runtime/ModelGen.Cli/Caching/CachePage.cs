extern alias runtime;

using System.Globalization;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>What is in the engine cache, for people.</summary>
internal static class CachePage
{
    private const int IdLength = 12;

    /// <summary>The parts of a key that say most to a reader; the others are in the JSON.</summary>
    private static readonly string[] s_shown = ["provider", "precision", "gpu", "driver"];

    /// <summary>The engines.</summary>
    internal static void WriteList(Surroundings surroundings, string folder, IReadOnlyList<CacheEntry> entries)
    {
        surroundings.Output.WriteLine(Printable.Line(folder));
        if (entries.Count > 0)
        {
            Table table = new() { Border = TableBorder.Simple };
            foreach (string header in new[] { "engine", "model", "for" })
                table.AddColumn(header);
            table.AddColumn("size", column => column.RightAligned().NoWrap());
            table.AddColumn("built in", column => column.RightAligned().NoWrap());
            table.AddColumn("last used (UTC)", column => column.NoWrap());
            table.AddColumn("");
            foreach (CacheEntry entry in entries)
            {
                string[] cells =
                [
                    Short(entry.Id), Short(entry.Model ?? ""), For(entry), Units.Bytes(entry.Bytes), entry.Damage is null ? Seconds(entry.BuildTime) : "",
                    entry.LastUsed.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), entry.Damage is not null ? "damaged" : entry.InUse ? "in use" : "",
                ];
                table.AddRow(cells.Select(cell => new Text(Printable.Line(cell))));
            }
            surroundings.OutputConsole.Write(table);
        }
        surroundings.Output.WriteLine(Count(entries.Count, entries.Sum(entry => entry.Bytes)) + ".");
    }

    /// <summary>What went.</summary>
    internal static void WritePruned(Surroundings surroundings, PruneResult pruned, bool dry)
    {
        foreach (CacheEntry entry in pruned.Removed)
            surroundings.Output.WriteLine(Printable.Line($"{(dry ? "would remove" : "removed")} {Short(entry.Id)}  {Units.Bytes(entry.Bytes)}  {For(entry)}"));
        foreach (CacheEntry entry in pruned.InUse)
            surroundings.Output.WriteLine(Printable.Line($"in use, stays  {Short(entry.Id)}  {Units.Bytes(entry.Bytes)}  {For(entry)}"));
        string leftOvers = pruned.LeftOvers == 0 ? "" : $", and what {Units.Count(pruned.LeftOvers)} unfinished build{(pruned.LeftOvers == 1 ? "" : "s")} left";
        surroundings.Output.WriteLine($"{(dry ? "Would remove" : "Removed")} {Count(pruned.Removed.Length, pruned.FreedBytes)}{leftOvers}; {Units.Bytes(pruned.RemainingBytes)} {(dry ? "would remain" : "remain")}.");
    }

    /// <summary>What is wrong.</summary>
    internal static void WriteFaults(Surroundings surroundings, string folder, int entries, IReadOnlyList<CacheFault> faults)
    {
        foreach (CacheFault fault in faults)
            surroundings.Output.WriteLine(Printable.Line($"{Short(fault.Id)}: {fault.Problem}"));
        int damaged = faults.Select(fault => fault.Id).Distinct().Count();
        surroundings.Output.WriteLine(Printable.Line(damaged == 0
            ? $"{Engines(entries)} in {folder}: all files are as they were stored."
            : $"{Engines(entries)} in {folder}, {Units.Count(damaged)} damaged: not used, and built again when asked for. 'modelgen cache prune' removes those whose manifest is damaged."));
    }

    /// <summary>The beginning of a SHA-256.</summary>
    internal static string Short(string hash) => hash.Length > IdLength ? hash[..IdLength] : hash;

    private static string For(CacheEntry entry) => entry.Damage ?? string.Join(", ", s_shown.Select(name => entry.Parts.GetValueOrDefault(name)).Where(value => !string.IsNullOrEmpty(value)));

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string Count(int engines, long bytes) => $"{Engines(engines)} of {Units.Bytes(bytes)}";

    private static string Engines(int count) => $"{Units.Count(count)} engine{(count == 1 ? "" : "s")}";
}
