namespace ModelGen.Conformance;

/// <summary>Counts verdicts.</summary>
internal static class Tally
{
    /// <summary>One line: <c>zoo: 121 of 121 outputs of 111 models</c>.</summary>
    public static string Of(IEnumerable<Verdict> verdicts)
    {
        Verdict[] all = [.. verdicts];
        int right = all.Count(verdict => verdict.Fault is null);
        int cases = all.Select(verdict => verdict.Case.Name).Distinct().Count();
        return $"{(all.Length == 0 ? "nothing" : all[0].Case.Family)}: {right} of {all.Length} outputs of {cases} models";
    }
}
