namespace ModelGen.Onnx;

/// <summary>The types of a model's inputs and outputs after the shape stage, in the order of <see cref="ParsedModel"/>'s.</summary>
internal sealed record Signature(IReadOnlyList<ValueType> Inputs, IReadOnlyList<ValueType> Outputs);
