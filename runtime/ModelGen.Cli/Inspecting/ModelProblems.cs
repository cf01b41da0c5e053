using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Problems as the tool judges them: what only keeps .NET code from handing over an input or output is no fault of the model.</summary>
internal static class ModelProblems
{
    private const string Pages = "https://github.com/modelgen/modelgen/blob/main/docs/diagnostics/";

    private static readonly HashSet<ProblemRule> s_boundary =
        [Rules.NotATensor, Rules.ElementTypeUnsupported, Rules.UnknownRank, Rules.RankTooHigh, Rules.LostShape];

    /// <summary>Whether a rule says only that generated code can't take the model's inputs or outputs.</summary>
    internal static bool IsBoundary(ProblemRule rule) => s_boundary.Contains(rule);

    /// <summary>Whether a problem makes the model unusable.</summary>
    internal static bool IsError(Problem problem) => problem.Rule.Severity == ProblemSeverity.Error && !IsBoundary(problem.Rule);

    /// <summary>The page about a rule.</summary>
    internal static string Page(ProblemRule rule) => $"{Pages}{rule.Id}.md";

    /// <summary>A problem with its ID, its node and its page, on one line.</summary>
    internal static string Describe(Problem problem) =>
        $"{(IsError(problem) ? "error" : "warning")} {problem.Rule.Id}: {problem.Message}{(problem.Node is null ? "" : $" [{problem.Node}]")} ({Page(problem.Rule)})";

    /// <summary>Prints what is wrong with a model that is about to run, and ends the command if it can't.</summary>
    /// <exception cref="UserFault">There are errors, or no facts.</exception>
    internal static ModelFacts Require(this ModelReading reading, Surroundings surroundings)
    {
        foreach (Problem problem in reading.Problems.Where(problem => !IsBoundary(problem.Rule)))
        {
            if (KeepsFromRunning(problem))
                surroundings.Complain(Describe(problem));
            else
                surroundings.Remark(Describe(problem));
        }
        if (reading.Facts is not { } facts || reading.Problems.Any(KeepsFromRunning))
            throw new UserFault("The model was not run, for the reason above.");
        return facts;
    }

    // A model without its weights can be looked into all the same. Whether a node can't run, the runtime knows best: it is about to try.
    private static bool KeepsFromRunning(Problem problem) =>
        (IsError(problem) && problem.Rule != Rules.NodeFails) || problem.Rule == Rules.WeightsLeftOut;
}
