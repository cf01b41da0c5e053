namespace ModelGen.Onnx;

/// <summary>A value that may be absent.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public sealed record OptionalType(ValueType Element) : ValueType;
