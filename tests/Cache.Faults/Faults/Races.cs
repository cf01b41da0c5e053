namespace ModelGen.CacheFaults;

/// <summary>Several processes want one engine at once, every other one with .NET's own locks turned off: exactly one builds.</summary>
internal static class Races
{
    public static Count Run(int processes, int rounds)
    {
        Count count = new($"{processes} processes racing for one engine, {rounds} times");
        for (int i = 0; i < rounds; i++)
        {
            using Scratch scratch = new();
            Child[] children = [.. Enumerable.Range(0, processes).Select(number => Child.Start(noLocksInDotNet: number % 2 == 1, "builder", scratch["cache"], "5", "1", "1", "0"))];
            foreach (Child child in children)
                child.Go();
            string[] outcomes = [.. children.Select(child => child.Rest().Split('\n')[^1].Trim())];
            foreach (Child child in children)
                child.Dispose();
            foreach (string outcome in outcomes)
            {
                count.Note(outcome);
                count.Answer(outcome is "Hit" or "Built" ? "right" : outcome, "right", $"round {i}");
            }
            count.Check(outcomes.Count(outcome => outcome == "Built") == 1, $"round {i}: {string.Join(", ", outcomes)}");
        }
        return count;
    }
}
