namespace ModelGen.Onnx;

/// <summary>A dictionary.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public sealed record MapType(ElementType Key, ValueType Value) : ValueType;
