namespace ModelGen.Onnx;

/// <summary>A sequence of values of one type.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public sealed record SequenceType(ValueType Element) : ValueType;
