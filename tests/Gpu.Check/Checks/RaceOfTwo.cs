namespace ModelGen.GpuCheck;

/// <summary>Of two processes that need one engine, one builds it, and the other waits for it.</summary>
internal sealed class RaceOfTwo : ICheck
{
    public string Name => "race";

    public string Run(Bench bench, CheckModel model)
    {
        string cache = bench.EmptyRoom("race");
        using Child one = Child.Start(bench.Settings.ForChild(), environment: null, ChildWork.Race, model.Path, cache);
        using Child other = Child.Start(bench.Settings.ForChild(), environment: null, ChildWork.Race, model.Path, cache);
        one.Go();
        other.Go();
        string[] answers = [one.Answer(), other.Answer()];
        Array.Sort(answers, StringComparer.Ordinal);
        if (!answers[0].StartsWith("Built;", StringComparison.Ordinal) || !answers[1].StartsWith("Hit;", StringComparison.Ordinal))
            throw new CheckFailedException($"the outcomes were {string.Join(" and ", answers)}");
        return answers[1].Contains(nameof(EnginePhase.Waiting), StringComparison.Ordinal) ? "one built, one waited" : "one built, the other came when it was done";
    }
}
