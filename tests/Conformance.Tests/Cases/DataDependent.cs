namespace ModelGen.Conformance;

/// <summary>The cases whose true shapes come of data, not of shapes alone, beside those that their record calls so.</summary>
internal static class DataDependent
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_reasons = new(() => File
        .ReadLines(DataFiles.Path("data-dependent.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal));

    /// <summary>The reason of each, by <see cref="ModelCase.Id"/>.</summary>
    public static IReadOnlyDictionary<string, string> Reasons => s_reasons.Value;
}
