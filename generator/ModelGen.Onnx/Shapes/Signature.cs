namespace ModelGen.Onnx;

/// <summary>The types of a model's inputs and outputs after the shape stage, in the order of <see cref="ParsedModel"/>'s.</summary>
/// <param name="Inputs">The inputs' types.</param>
/// <param name="Outputs">The outputs' types.</param>
/// <param name="FixedDims">The named dims that the user fixed, directly or through a shape.</param>
internal sealed record Signature(IReadOnlyList<ValueType> Inputs, IReadOnlyList<ValueType> Outputs, EquatableArray<FixedDim> FixedDims = default)
{
    /// <summary>For each output where its shape was lost; null where it was not. Empty when nothing was inferred.</summary>
    public IReadOnlyList<ShapeLoss?> Losses { get; init; } = [];

    /// <summary>Where an output's shape was lost; null when it was not, or when nothing was inferred.</summary>
    public ShapeLoss? LossOf(int output) => output < Losses.Count ? Losses[output] : null;

    /// <summary>What is known of each value of the main graph, by name. Empty when nothing was inferred.</summary>
    public IReadOnlyDictionary<string, Fact> Values { get; init; } = new Dictionary<string, Fact>();
}
