using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>A node whose inputs can't be: it would fail at run time. Caught where nodes are visited.</summary>
internal sealed class ShapeException(NodeProto node, string what) : Exception(what)
{
    /// <summary>The node.</summary>
    public NodeProto Node { get; } = node;
}
