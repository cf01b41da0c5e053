namespace ModelGen.Onnx;

/// <summary>A sparse tensor.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public sealed record SparseTensorType(ElementType Element, TensorShape? Shape) : ValueType;
