namespace ModelGen.Onnx;

/// <summary>A type that the file does not state, or one outside the ONNX standard.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public sealed record UnknownType : ValueType;
