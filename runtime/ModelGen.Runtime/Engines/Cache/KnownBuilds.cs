using System.Globalization;

namespace ModelGen.Engines;

/// <summary>What the entries of a cache tell about an engine that is not among them: why it has to be built, and for how long.</summary>
internal static class KnownBuilds
{
    // More differences make no sentence that anyone reads.
    private const int MostNamed = 3;
    private const int LongestValue = 32;

    /// <summary>Why there is no such engine: <c>no engine for driver 580.95 (the nearest is for 570.10); 3 others for this model</c>.</summary>
    public static string WhyMissing(EngineKey key, IReadOnlyCollection<Manifest> known)
    {
        EngineKey[] others = [.. known.Where(other => other.Key.Model == key.Model && !other.Key.Equals(key)).Select(other => other.Key)];
        if (others.Length == 0)
            return "no engine for this model yet";
        Difference[] differences = [.. others.Select(other => Differences(key, other).ToArray()).MinBy(found => found.Length)!];
        string named = string.Join(", ", differences.Take(MostNamed));
        string more = differences.Length > MostNamed ? $" and {differences.Length - MostNamed} more" : "";
        return string.Create(CultureInfo.InvariantCulture, $"no engine for {named}{more}; {others.Length} other{(others.Length == 1 ? "" : "s")} for this model");
    }

    /// <summary>How long the last build of the same model took, else that of the engine with the most in common; null when there is none.</summary>
    public static TimeSpan? Estimate(EngineKey key, IReadOnlyCollection<Manifest> known) => known
        .OrderByDescending(other => other.Key.Model == key.Model)
        .ThenBy(other => other.Key.Model == key.Model ? 0 : Differences(key, other.Key).Count())
        .ThenByDescending(other => other.Created)
        .FirstOrDefault()?.BuildTime;

    private static IEnumerable<Difference> Differences(EngineKey key, EngineKey other)
    {
        Dictionary<string, string> ours = key.Parts.ToDictionary(), theirs = other.Parts.ToDictionary();
        return ours.Keys.Union(theirs.Keys)
            .Select(name => new Difference(name, ours.GetValueOrDefault(name), theirs.GetValueOrDefault(name)))
            .Where(difference => difference.Ours != difference.Theirs)
            .OrderBy(difference => difference.Name, StringComparer.Ordinal);
    }

    private sealed record Difference(string Name, string? Ours, string? Theirs)
    {
        public override string ToString() => $"{Name} {Short(Ours)} (the nearest is for {Short(Theirs)})";

        private static string Short(string? value) => value switch
        {
            null => "unset",
            "" => "''",
            { Length: > LongestValue } => value[..12] + "…",
            _ => value,
        };
    }
}
