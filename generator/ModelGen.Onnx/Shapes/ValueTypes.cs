using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Makes value types from protobuf messages, and words from value types.</summary>
internal static class ValueTypes
{
    /// <summary>The declared type; <see cref="UnknownType"/> when there is none or it is not of the standard.</summary>
    public static ValueType FromProto(TypeProto? type) => type?.ValueCase switch
    {
        TypeProto.ValueOneofCase.TensorType => new TensorType((ElementType)type.TensorType.ElemType, FromProto(type.TensorType.Shape)),
        TypeProto.ValueOneofCase.SparseTensorType => new SparseTensorType((ElementType)type.SparseTensorType.ElemType, FromProto(type.SparseTensorType.Shape)),
        TypeProto.ValueOneofCase.SequenceType => new SequenceType(FromProto(type.SequenceType.ElemType)),
        TypeProto.ValueOneofCase.OptionalType => new OptionalType(FromProto(type.OptionalType.ElemType)),
        TypeProto.ValueOneofCase.MapType => new MapType((ElementType)type.MapType.KeyType, FromProto(type.MapType.ValueType)),
        _ => new UnknownType(),
    };

    /// <summary>The declared shape; null when the rank is unknown.</summary>
    public static TensorShape? FromProto(TensorShapeProto? shape) =>
        shape is null ? null : new TensorShape(new(shape.Dim.Select(FromProto)));

    /// <summary>The declared dim. Negative sizes, which some tools write for any size, and the name <c>?</c> say nothing.</summary>
    public static Dim FromProto(TensorShapeProto.Types.Dimension dim) => dim switch
    {
        { HasDimValue: true, DimValue: >= 0 } => Dim.Known(dim.DimValue),
        { HasDimParam: true, DimParam: not ("" or "?") } => Dim.Named(dim.DimParam),
        _ => Dim.Unknown,
    };

    /// <summary>The type in words: <c>a sequence of float32 1×3</c>.</summary>
    public static string ToText(this ValueType type) => type switch
    {
        TensorType tensor => $"{tensor.Element.ToName()} {Shape(tensor.Shape)}",
        SparseTensorType sparse => $"a sparse tensor of {sparse.Element.ToName()} {Shape(sparse.Shape)}",
        SequenceType sequence => $"a sequence of {sequence.Element.ToText()}",
        OptionalType optional => $"an optional {optional.Element.ToText()}",
        MapType map => $"a map from {map.Key.ToName()} to {map.Value.ToText()}",
        _ => "of no stated type",
    };

    /// <summary>Whether element types, ranks and dims are all known.</summary>
    public static bool IsComplete(this ValueType type) => type switch
    {
        TensorType tensor => tensor.Element != ElementType.Undefined && tensor.Shape.IsComplete(),
        SparseTensorType sparse => sparse.Element != ElementType.Undefined && sparse.Shape.IsComplete(),
        SequenceType sequence => sequence.Element.IsComplete(),
        OptionalType optional => optional.Element.IsComplete(),
        MapType map => map.Value.IsComplete(),
        _ => false,
    };

    /// <summary>Whether the rank and every dim are known.</summary>
    public static bool IsComplete(this TensorShape? shape)
    {
        if (shape is null)
            return false;
        for (int i = 0; i < shape.Rank; i++)
            if (!shape.Dims[i].IsKnown)
                return false;
        return true;
    }

    private static string Shape(TensorShape? shape) => shape?.ToString() ?? "of unknown rank";
}
