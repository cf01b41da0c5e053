namespace ModelGen.Onnx.Operators;

/// <summary>Operators that take elements or slices of their input at given indices.</summary>
internal static class Gathering
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Gathering",
    [
        new("Gather", [1, 11, 13], Gather) { FollowsElements = true },
        new("GatherElements", [11, 13], GatherElements) { FollowsElements = true },
        new("GatherND", [11, 12, 13], GatherNDRule.Infer) { FollowsElements = true },
    ]);

    /// <summary>An index counted from the front; <see cref="AxisPick.Open"/> for one that is not known.</summary>
    public static long Index(NodeContext node, Scalar index, Dim dim)
    {
        if (index.Integer is not long value)
            return AxisPick.Open;
        if (dim.Size is not long size)
            return value >= 0 ? value : AxisPick.Open;
        if (value < -size || value >= size)
            throw node.Fail($"takes the index {value} of a dim of {size}");
        return value < 0 ? value + size : value;
    }

    private static void Gather(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 1), indices = node.Shape(1);
        if (shape is null)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        int axis = node.Axis(node.Int("axis", 0), shape.Rank);
        long[]? positions = null;
        if (node.Value(1) is { } index)
        {
            positions = new long[index.Count];
            for (int i = 0; i < positions.Length; i++)
                positions[i] = Index(node, index[i], shape.Dims[axis]);
        }
        if (indices is null)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        var result = new TensorShape(new([.. shape.Dims.Take(axis), .. indices.Dims, .. shape.Dims.Skip(axis + 1)]));
        if (positions is not null && node.Value(0) is { } source)
        {
            // The indices as one axis first, then in their own dims.
            AxisPick[] picks = AxisPick.All(shape);
            picks[axis] = new AxisPick(Dim.Known(positions.Length), axis, position => positions[position]);
            var flat = new TensorShape(new(picks.Select(pick => pick.Size)));
            if (result.Sizes() is { } sizes && IndexMap.Pick(node, source, flat, picks, Scalar.Unknown) is { } value)
            {
                node.Set(0, Fact.Of(value.Reshaped(sizes)));
                return;
            }
        }
        node.Set(0, node.Element(0), result);
    }

    private static void GatherElements(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 1), indices = node.Shape(1);
        if (shape is null || indices is null)
        {
            node.Set(0, node.Element(0), indices);
            return;
        }
        if (shape.Rank != indices.Rank)
            throw node.Fail($"needs as many dims in its indices, which are {indices}, as in {node.Name(0)}, which is {shape}");
        int axis = node.Axis(node.Int("axis", 0), shape.Rank);
        for (int i = 0; i < shape.Rank; i++)
            if (i != axis && shape.Dims[i].Size is long size && indices.Dims[i].Size > size)
                throw node.Fail($"has indices of {indices}, which is larger than {node.Name(0)}, which is {shape}, along the dim {i}");

        if (node.Value(0) is not { } source || node.Value(1) is not { } index || node.Budget.Room(index.Count) is not { } items)
        {
            node.Set(0, node.Element(0), indices);
            return;
        }
        var walk = new ElementWalk(index.Dims, source.Dims);
        for (int i = 0; i < items.Length; i++)
        {
            long at = Index(node, index[i], shape.Dims[axis]);
            items[i] = at < 0 ? Scalar.Unknown : source[(int)walk.Offset(axis, at)];
            walk.Next();
        }
        node.Set(0, Fact.Of(new PartialTensor(source.Element, index.Dims, items)));
    }
}
