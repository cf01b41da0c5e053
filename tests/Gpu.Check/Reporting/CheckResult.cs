namespace ModelGen.GpuCheck;

/// <summary>A check's result.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Name">The check, and the model where it looks at each.</param>
/// <param name="Detail">What was seen, in one line.</param>
/// <param name="Duration">How long the check took.</param>
internal sealed record CheckResult(Verdict Verdict, string Name, string Detail, TimeSpan Duration)
{
    /// <summary>The line for people.</summary>
    public override string ToString() => $"{Verdict.ToString().ToUpperInvariant()}  {Name}  {OneLine(Detail)}";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
