using ModelGen.Onnx;
using ValueType = ModelGen.Onnx.ValueType;

namespace ModelGen.Conformance;

/// <summary>Compares an inferred type with the truth.</summary>
internal static class Comparison
{
    /// <summary>What is wrong, in words; null when nothing is.</summary>
    /// <param name="expected">The truth. Where it leaves dims open it asks for nothing.</param>
    /// <param name="inferred">The answer.</param>
    /// <param name="mayBeOpen">Whether the answer's dims may be unknown. Kind and element type have to be right in any case.</param>
    public static string? Fault(ValueType expected, ValueType inferred, bool mayBeOpen) => (expected, inferred) switch
    {
        (UnknownType, _) => null,
        (TensorType e, TensorType i) => Fault(e.Element, i.Element) ?? Fault(e.Shape, i.Shape, mayBeOpen),
        (SparseTensorType e, SparseTensorType i) => Fault(e.Element, i.Element) ?? Fault(e.Shape, i.Shape, mayBeOpen),
        (SequenceType e, SequenceType i) => Fault(e.Element, i.Element, mayBeOpen),
        (OptionalType e, OptionalType i) => Fault(e.Element, i.Element, mayBeOpen),
        (MapType e, MapType i) => Fault(e.Key, i.Key) ?? Fault(e.Value, i.Value, mayBeOpen),
        (_, UnknownType) => "the type is unknown",
        _ => "it is of another kind",
    };

    /// <summary>What is wrong with a sequence's element type, given the elements that came; null when nothing is.</summary>
    public static string? Fault(IReadOnlyList<TensorShape> elements, ValueType inferred) =>
        inferred is SequenceType { Element: TensorType { Shape: { } shape } }
            ? elements.Select(element => Fault(element, shape, mayBeOpen: true)).FirstOrDefault(fault => fault is not null)
            : null;

    private static string? Fault(ElementType expected, ElementType inferred) =>
        expected == inferred ? null : inferred == ElementType.Undefined ? "the element type is unknown" : "the element type is wrong";

    private static string? Fault(TensorShape? expected, TensorShape? inferred, bool mayBeOpen)
    {
        if (expected is null)
            return null;
        if (inferred is null)
            return mayBeOpen ? null : "the rank is unknown";
        if (inferred.Rank != expected.Rank)
            return "the rank is wrong";
        for (int i = 0; i < expected.Rank; i++)
        {
            if (expected.Dims[i].Size is not long size || inferred.Dims[i].Size == size)
                continue;
            if (inferred.Dims[i].IsKnown)
                return $"dim {i} is wrong";
            if (!mayBeOpen)
                return $"dim {i} is unknown";
        }
        return null;
    }
}
