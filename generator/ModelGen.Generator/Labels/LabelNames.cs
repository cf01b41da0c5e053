namespace ModelGen.Generator;

/// <summary>Names the members of a label enum.</summary>
internal static class LabelNames
{
    /// <summary>
    /// One member a label, in order, unique even without regard to case. A label's first synonym, the text before its first comma, gives the name;
    /// labels that share one use their whole text; those that share even that carry their index, as <c>Crane134</c> and <c>Crane517</c>,
    /// so that no name silently means one of two classes.
    /// </summary>
    internal static string[] ToEnum(IReadOnlyList<string> labels)
    {
        string[] names = [.. labels.Select((label, i) => Member(FirstSynonym(label), i))];
        Rename(names, i => Member(labels[i], i));
        Rename(names, i => FormattableString.Invariant($"{names[i]}{(char.IsDigit(names[i][names[i].Length - 1]) ? "_" : "")}{i}"));
        return new UniqueNames(ignoreCase: true).TakeAll(names);
    }

    private static string Member(string label, int index) =>
        CSharpNames.Identifier(label, NameStyle.Pascal, FormattableString.Invariant($"Class{index}"));

    private static string FirstSynonym(string label)
    {
        string first = label.Split(',')[0];
        return first.Trim().Length > 0 ? first : label;
    }

    private static void Rename(string[] names, Func<int, string> rename)
    {
        int[] shared = [.. Enumerable.Range(0, names.Length)
            .GroupBy(i => names[i], StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .SelectMany(group => group)];
        foreach (int i in shared)
            names[i] = rename(i);
    }
}
