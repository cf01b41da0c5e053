namespace ModelGen.Onnx;

/// <summary>What came of reading a model.</summary>
/// <remarks>Equality contract: plain values only.</remarks>
/// <param name="Facts">What is known of the model; null when the file could not be parsed or holds no graph. Given also when there are problems.</param>
/// <param name="Problems">Everything that is wrong, in the order it was found; at most ten a rule and then one line with the number of the rest.</param>
public sealed record ModelReading(ModelFacts? Facts, EquatableArray<Problem> Problems)
{
    /// <summary>Whether some problem is an error, so that the model can't be used as it is.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Rule.Severity == ProblemSeverity.Error);
}
