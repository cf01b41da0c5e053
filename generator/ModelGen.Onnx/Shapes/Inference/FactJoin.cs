namespace ModelGen.Onnx;

/// <summary>What holds of a value that may come from either of two places.</summary>
internal static class FactJoin
{
    /// <summary>What both facts agree on.</summary>
    public static Fact Join(Fact left, Fact right)
    {
        if (left.Equals(right))
            return left;
        // An empty sequence, as loops begin with, has items of any type.
        ValueType type = left is { Type: SequenceType, Items.Count: 0 } && right.Type is SequenceType ? right.Type
            : right is { Type: SequenceType, Items.Count: 0 } && left.Type is SequenceType ? left.Type
            : Join(left.Type, right.Type);
        Fact joined = type switch
        {
            TensorType when Join(left.Value, right.Value) is { } value => Fact.Of(value),
            SequenceType sequence when left.Items is { } items && right.Items is { } others && items.Count == others.Count =>
                Fact.Sequence(sequence.Element, [.. items.Zip(others, Join)]),
            OptionalType optional => Fact.Optional(optional.Element, left.IsPresent == right.IsPresent ? left.IsPresent : null, null),
            _ => new Fact(type),
        };
        return (left.Loss ?? right.Loss) is { } loss && !joined.IsComplete ? joined.LostAt(loss) : joined;
    }

    /// <summary>What both types agree on.</summary>
    public static ValueType Join(ValueType left, ValueType right) => (left, right) switch
    {
        _ when left.Equals(right) => left,
        (TensorType a, TensorType b) when a.Element == b.Element => new TensorType(a.Element, Join(a.Shape, b.Shape)),
        (SparseTensorType a, SparseTensorType b) when a.Element == b.Element => new SparseTensorType(a.Element, Join(a.Shape, b.Shape)),
        (SequenceType a, SequenceType b) => new SequenceType(Join(a.Element, b.Element)),
        (OptionalType a, OptionalType b) => new OptionalType(Join(a.Element, b.Element)),
        (MapType a, MapType b) when a.Key == b.Key => new MapType(a.Key, Join(a.Value, b.Value)),
        _ => new UnknownType(),
    };

    /// <summary>The dims that both have; null when the ranks differ or one is unknown.</summary>
    public static TensorShape? Join(TensorShape? left, TensorShape? right) =>
        left is null || right is null || left.Rank != right.Rank
            ? null
            : new TensorShape(new(left.Dims.Zip(right.Dims, (a, b) => a == b ? a : Dim.Unknown)));

    private static PartialTensor? Join(PartialTensor? left, PartialTensor? right)
    {
        if (left is null || right is null || left.Element != right.Element || !left.Dims.AsSpan().SequenceEqual(right.Dims))
            return null;
        Scalar[] items = [.. left.Items.Zip(right.Items, (a, b) => a.Equals(b) ? a : Scalar.Unknown)];
        return new PartialTensor(left.Element, left.Dims, items);
    }
}
