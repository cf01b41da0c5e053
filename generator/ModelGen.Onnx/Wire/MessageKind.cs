namespace ModelGen.Onnx.Wire;

/// <summary>The messages of onnx.proto that the skeleton walks into.</summary>
internal enum MessageKind
{
    /// <summary>None: a field that is not a message.</summary>
    None,
    /// <summary><c>ModelProto</c>.</summary>
    Model,
    /// <summary><c>OperatorSetIdProto</c>.</summary>
    Opset,
    /// <summary><c>StringStringEntryProto</c>.</summary>
    Entry,
    /// <summary><c>FunctionProto</c>.</summary>
    Function,
    /// <summary><c>GraphProto</c>.</summary>
    Graph,
    /// <summary><c>NodeProto</c>.</summary>
    Node,
    /// <summary><c>AttributeProto</c>.</summary>
    Attribute,
    /// <summary><c>TensorProto</c>.</summary>
    Tensor,
    /// <summary><c>SparseTensorProto</c>.</summary>
    SparseTensor,
    /// <summary><c>ValueInfoProto</c>.</summary>
    ValueInfo,
    /// <summary><c>TypeProto</c>.</summary>
    Type,
    /// <summary><c>TypeProto.Tensor</c> and <c>TypeProto.SparseTensor</c>, which are alike.</summary>
    TensorType,
    /// <summary><c>TypeProto.Sequence</c> and <c>TypeProto.Optional</c>, which are alike.</summary>
    ElementType,
    /// <summary><c>TypeProto.Map</c>.</summary>
    MapType,
    /// <summary><c>TypeProto.Opaque</c>.</summary>
    OpaqueType,
    /// <summary><c>TensorShapeProto</c>.</summary>
    Shape,
    /// <summary><c>TensorShapeProto.Dimension</c>.</summary>
    Dimension,
}
