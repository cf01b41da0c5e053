namespace ModelGen.Onnx;

/// <summary>Ends the reading of a file that can't be read further. Never leaves the pipeline.</summary>
internal sealed class ReadingException(ProblemRule rule, string message) : Exception(message)
{
    /// <summary>The rule that was broken.</summary>
    public ProblemRule Rule { get; } = rule;
}
