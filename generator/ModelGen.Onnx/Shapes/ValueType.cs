namespace ModelGen.Onnx;

/// <summary>The type of a value that flows through a graph.</summary>
/// <remarks>Equality contract: plain values, structural.</remarks>
public abstract record ValueType
{
    private protected ValueType() { }
}
