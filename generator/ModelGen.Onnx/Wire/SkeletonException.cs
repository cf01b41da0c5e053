namespace ModelGen.Onnx.Wire;

/// <summary>Ends the walk over a file that can't be read further. Never leaves the reading pipeline.</summary>
internal sealed class SkeletonException(ProblemRule rule, string message) : Exception(message)
{
    /// <summary>The rule that was broken.</summary>
    public ProblemRule Rule { get; } = rule;
}
