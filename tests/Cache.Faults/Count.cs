namespace ModelGen.CacheFaults;

/// <summary>What became of one kind of fault.</summary>
internal sealed class Count(string fault)
{
    private readonly SortedDictionary<string, int> _details = new(StringComparer.Ordinal);
    private int _right, _clear;

    /// <summary>What went wrong; empty when all is well.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Why it was not run; null when it was.</summary>
    public string? Skipped { get; init; }

    /// <summary>Takes an answer: right, or not.</summary>
    public void Answer(string actual, string expected, string when)
    {
        if (actual == expected)
            _right++;
        else
            Wrong.Add($"{when}: {actual}");
    }

    /// <summary>Takes a clear error in place of an answer.</summary>
    public void ClearError() => _clear++;

    /// <summary>Counts something for the reader.</summary>
    public void Note(string detail) => _details[detail] = _details.GetValueOrDefault(detail) + 1;

    /// <summary>Holds something to be so.</summary>
    public void Check(bool holds, string otherwise)
    {
        if (!holds)
            Wrong.Add(otherwise);
    }

    public override string ToString()
    {
        string details = string.Join(", ", _details.Select(detail => $"{detail.Value} {detail.Key}"));
        return Skipped is not null
            ? $"{fault}: SKIPPED, {Skipped}"
            : $"{fault}: {_right} right answers, {_clear} clear errors, {Wrong.Count} wrong{(details.Length > 0 ? $" ({details})" : "")}";
    }
}
