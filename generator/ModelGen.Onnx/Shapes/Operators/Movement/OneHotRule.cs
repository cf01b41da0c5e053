namespace ModelGen.Onnx.Operators;

/// <summary>OneHot: one more dim, as long as there are classes.</summary>
internal static class OneHotRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        TensorShape? indices = node.ShapeFrom(0, 1), depths = node.Shape(1), values = node.Shape(2, 1);
        if (depths is { Rank: > 1 } || (depths is { Rank: 1 } && depths.Dims[0].Size is long given && given != 1))
            throw node.Fail($"needs one element in {node.Name(1)}, which is {depths}");
        if (values is not null && values.Dims[0].Size is long pair && pair != 2)
            throw node.Fail($"needs the two elements for off and on in {node.Name(2)}, which is {values}");
        // A float is cut off to an integer (OneHot-9).
        Scalar count = node.Single(1);
        if (count.Integer is null && count.Number is double number && Math.Abs(number) < int.MaxValue)
            count = Scalar.Int((long)number);
        if (count.Integer <= 0)
            throw node.Fail($"is for {count} classes, but there must be at least 1");
        Dim depth = count.ToDim();
        if (depth == Dim.Unknown)
            node.LoseFor(1);
        if (indices is null)
        {
            node.Set(0, node.Element(2), shape: null);
            return;
        }

        int axis = node.Axis(node.Int("axis", -1), indices.Rank + 1);
        var shape = new TensorShape(new([.. indices.Dims.Take(axis), depth, .. indices.Dims.Skip(axis)]));
        if (Elements(node, shape, axis) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, node.Element(2), shape);
    }

    private static PartialTensor? Elements(NodeContext node, TensorShape shape, int axis)
    {
        if (node.Value(0) is not { } indices || node.Value(2) is not { Count: 2 } values || shape.Sizes() is not { } sizes
            || TensorSize.Elements(sizes) is not long count || node.Budget.Room(count) is not { } items)
            return null;
        long depth = sizes[axis];
        long inner = count == 0 ? 0 : sizes.Skip(axis + 1).Aggregate(1L, (product, size) => product * size);
        for (int i = 0; i < items.Length; i++)
        {
            Scalar index = indices[(int)(i / (depth * inner) * inner + i % inner)];
            if (index.Integer is long at)
                items[i] = values[(at < 0 ? at + depth : at) == i / inner % depth ? 1 : 0];
        }
        return new PartialTensor(values.Element, sizes, items);
    }
}
