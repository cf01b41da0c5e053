namespace ModelGen.Onnx;

/// <summary>What people want to know of a model beyond what the compiler needs.</summary>
/// <remarks>Equality contract: plain values only.</remarks>
public sealed record Inspection
{
    /// <summary>The facts and the problems; everything else here is empty when it has no facts.</summary>
    public required ModelReading Reading { get; init; }

    /// <summary>The inputs' types as the file declares them, with the fixed dims put in and nothing inferred; in the order of <see cref="ModelFacts.Inputs"/>.</summary>
    public EquatableArray<ValueType> DeclaredInputs { get; init; }

    /// <summary>The outputs' types as the file declares them, with the fixed dims put in and nothing inferred; in the order of <see cref="ModelFacts.Outputs"/>.</summary>
    public EquatableArray<ValueType> DeclaredOutputs { get; init; }

    /// <summary>The operators, the most frequent first.</summary>
    public EquatableArray<OperatorCount> Operators { get; init; }

    /// <summary>The bytes of all weights by their dims, wherever they are stored; null when they take more than 63 bits to count.</summary>
    public long? WeightBytes { get; init; }

    /// <summary>
    /// The most bytes that the main graph's inputs, outputs and intermediate tensors take together while it runs in the file's order, without the
    /// weights; null when a size that is needed is unknown.
    /// </summary>
    public long? ActivationBytes { get; init; }
}
