namespace ModelGen.Onnx.Operators;

/// <summary>Operators that show all elements of their inputs, or part of them, in another arrangement.</summary>
internal static class Arranging
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Arranging",
    [
        new("Transpose", [1, 13, 21, 23, 24, 25], Transpose) { FollowsElements = true },
        new("Concat", [1, 4, 11, 13], ConcatRule.Infer) { FollowsElements = true },
        new("Split", [1, 2, 11, 13, 18], SplitRule.Infer) { FollowsElements = true },
        new("ReverseSequence", [10, 28], ReverseSequence),
        new("Trilu", [14], Trilu) { FollowsElements = true },
    ]);

    private static void Transpose(NodeContext node)
    {
        long[]? perm = node.Ints("perm");
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, node.Element(0), perm is null ? null : new TensorShape(new(new Dim[perm.Length])));
            return;
        }
        perm ??= [.. Enumerable.Range(0, shape.Rank).Select(axis => (long)(shape.Rank - 1 - axis))];
        var seen = new bool[shape.Rank];
        if (perm.Length != shape.Rank)
            throw node.Fail($"has a perm of {perm.Length} axes for {node.Name(0)}, which is {shape}");
        foreach (long axis in perm)
        {
            if (axis < 0 || axis >= shape.Rank || seen[axis])
                throw node.Fail($"has the perm [{string.Join(", ", perm.Take(16))}], which is no order of the {shape.Rank} dims of {node.Name(0)}");
            seen[axis] = true;
        }
        IndexMap.Set(node, 0, 0, [.. perm.Select(axis => AxisPick.Same(shape, (int)axis))]);
    }

    private static void ReverseSequence(NodeContext node)
    {
        long batch = node.Int("batch_axis", 1), time = node.Int("time_axis", 0);
        if (batch is not (0 or 1) || time is not (0 or 1) || batch == time)
            throw node.Fail($"has batch_axis={batch} and time_axis={time}, but one must be 0 and the other 1");
        TensorShape? shape = node.ShapeFrom(0, 2), lengths = node.Shape(1, 1);
        if (shape is not null && lengths is not null && shape.Dims[(int)batch].Size is long size && lengths.Dims[0].Size is long count && size != count)
            throw node.Fail($"needs a length for each of {size} sequences, but {node.Name(1)} is {lengths}");
        node.Set(0, node.Element(0), shape);
    }

    private static void Trilu(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        long? diagonal = node.Has(1) ? node.Single(1).Integer : 0;
        if (diagonal is not long k || shape is null || node.Value(0) is not { } value || node.Budget.Room(value.Count) is not { } items)
        {
            node.Set(0, node.Element(0), shape);
            return;
        }
        bool upper = node.Int("upper", 1) != 0;
        long columns = value.Dims[value.Rank - 1], rows = value.Dims[value.Rank - 2];
        Scalar zero = value.Element.IsFloat() ? Scalar.Float(0) : Scalar.Int(0);
        for (int i = 0; i < items.Length; i++)
        {
            long diagonalOf = i % columns - i / columns % rows;
            items[i] = (upper ? diagonalOf >= k : diagonalOf <= k) ? value[i] : zero;
        }
        node.Set(0, Fact.Of(new PartialTensor(value.Element, value.Dims, items)));
    }
}
