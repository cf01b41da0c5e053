namespace ModelGen.Onnx;

/// <summary>A dense tensor; <paramref name="Shape"/> is null when not even the rank is known.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public sealed record TensorType(ElementType Element, TensorShape? Shape) : ValueType;
