namespace ModelGen.Generator;

/// <summary>Allots names within one scope so that no two are the same. What comes first keeps its name; later ones get a number.</summary>
internal sealed class UniqueNames
{
    /// <summary>What every C# type inherits; a member of such a name would hide it.</summary>
    internal static readonly string[] ObjectMembers =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _nextNumber;

    /// <summary>Opens a scope.</summary>
    /// <param name="reserved">Names that nobody gets.</param>
    /// <param name="ignoreCase">Whether names that differ only in case count as the same; needed where names become files.</param>
    internal UniqueNames(IEnumerable<string>? reserved = null, bool ignoreCase = false)
    {
        StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        _taken = new HashSet<string>(reserved ?? [], comparer);
        _nextNumber = new Dictionary<string, int>(comparer);
    }

    /// <summary>The wanted name when it is free, else the same with the lowest free number from 2: <c>Image</c>, <c>Image2</c>, <c>Image1_2</c>.</summary>
    internal string Take(string wanted)
    {
        if (_taken.Add(wanted))
            return wanted;
        string stem = char.IsDigit(wanted[wanted.Length - 1]) ? wanted + "_" : wanted;
        int number = _nextNumber.TryGetValue(stem, out int next) ? next : 2;
        string name;
        do
            name = FormattableString.Invariant($"{stem}{number++}");
        while (!_taken.Add(name));
        _nextNumber[stem] = number;
        return name;
    }

    /// <summary>Names for a whole list, in order. Each name's first claimant keeps it, even when a number given to an earlier one would have taken it.</summary>
    internal string[] TakeAll(IReadOnlyList<string> wanted)
    {
        var names = new string?[wanted.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = _taken.Add(wanted[i]) ? wanted[i] : null;
        return [.. names.Select((name, i) => name ?? Take(wanted[i]))];
    }
}
