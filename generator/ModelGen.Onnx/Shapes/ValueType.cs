namespace ModelGen.Onnx;

/// <summary>The type of a value that flows through a graph.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public abstract record ValueType
{
    private protected ValueType() { }
}

/// <summary>A dense tensor; <paramref name="Shape"/> is null when not even the rank is known.</summary>
public sealed record TensorType(ElementType Element, TensorShape? Shape) : ValueType;

/// <summary>A sparse tensor.</summary>
public sealed record SparseTensorType(ElementType Element, TensorShape? Shape) : ValueType;

/// <summary>A sequence of values of one type.</summary>
public sealed record SequenceType(ValueType Element) : ValueType;

/// <summary>A value that may be absent.</summary>
public sealed record OptionalType(ValueType Element) : ValueType;

/// <summary>A dictionary.</summary>
public sealed record MapType(ElementType Key, ValueType Value) : ValueType;

/// <summary>A type that the file does not state, or one outside the ONNX standard.</summary>
public sealed record UnknownType : ValueType;
