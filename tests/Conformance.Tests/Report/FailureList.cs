namespace ModelGen.Conformance;

/// <summary>The developer's view: what fails, by operator, the most frequent first.</summary>
internal static class FailureList
{
    private const string Usage = """
        dotnet run --project tests/Conformance.Tests -- [FAMILY…] [--only TEXT] [--strip] [--declared] [--quiet]
          FAMILY      zoo, keras, ml-contrib, node, light, trained; all of them when none is named
          --only T    cases whose name or operator holds the text T
          --strip     take the declared outputs and value_info out of every model first
          --declared  ask the declared shapes instead of inference
          --quiet     the counts only
        """;

    /// <summary>Runs the program.</summary>
    /// <returns>0 when nothing fails, 1 when something does, 2 for wrong usage.</returns>
    public static int Run(string[] args)
    {
        List<string> families = [];
        string only = "";
        bool strip = false, declared = false, quiet = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--strip": strip = true; break;
                case "--declared": declared = true; break;
                case "--quiet": quiet = true; break;
                case "--only" when i + 1 < args.Length: only = args[++i]; break;
                default:
                    if (!Families.Names.Contains(args[i]))
                    {
                        Console.Error.WriteLine($"'{args[i]}' is neither a family nor an option.\n{Usage}");
                        return 2;
                    }
                    families.Add(args[i]);
                    break;
            }
        }

        List<Verdict> verdicts = [.. (families.Count > 0 ? families : Families.Names)
            .SelectMany(family => Families.Of(family).Values)
            .SelectMany(item => Judge.Outputs(item, declared ? Stages.Declared : null, strip))
            .Where(verdict => Holds(verdict.Case.Name, only) || Holds(verdict.Operator, only))];
        List<Verdict> failures = [.. verdicts.Where(verdict => verdict.Fault is not null)];
        foreach (IGrouping<string, Verdict> group in failures.GroupBy(verdict => verdict.Operator).OrderByDescending(group => group.Count()))
        {
            Console.WriteLine($"{group.Key}: {group.Count()}");
            if (!quiet)
                foreach (Verdict verdict in group)
                    Console.WriteLine($"  {verdict}");
        }
        foreach (IGrouping<string, Verdict> family in verdicts.GroupBy(verdict => verdict.Case.Family))
            Console.WriteLine(Tally.Of(family));
        return failures.Count > 0 ? 1 : 0;
    }

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
