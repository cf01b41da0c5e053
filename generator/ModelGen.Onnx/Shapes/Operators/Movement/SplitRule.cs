namespace ModelGen.Onnx.Operators;

/// <summary>Split: along one axis, into parts of given sizes or of equal ones.</summary>
internal static class SplitRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        Scalar[]? sizes = node.Items("split", 1, out bool isEven);
        if (sizes is not null && sizes.Length != node.OutputCount)
            throw node.Fail($"has {sizes.Length} sizes for {node.OutputCount} outputs");
        if (sizes is not null && Array.Exists(sizes, size => size.Integer < 0))
            throw node.Fail($"splits into parts of [{string.Join(", ", sizes.Take(16))}], but sizes are at least 0");
        long? parts = node.Opset >= 18 ? node.Int("num_outputs") : null;
        if (isEven && node.Opset >= 18 && parts is not >= 1)
            throw node.Fail("has neither sizes nor a num_outputs of at least 1 to split into");
        if (!isEven && parts is not null)
            throw node.Fail("has both sizes and num_outputs, but may have one of them only");

        if (node.Shape(0) is not { Rank: <= NodeContext.HighestRank } shape)
        {
            for (int i = 0; i < node.OutputCount; i++)
                node.Set(i, node.Element(0), shape: null);
            return;
        }
        int axis = node.Axis(node.Int("axis", 0), shape.Rank);
        Dim[] dims = isEven ? Even(node, shape, axis, parts ?? node.OutputCount) : Given(node, shape, axis, sizes);
        if (!isEven && Array.Exists(dims, dim => dim == Dim.Unknown))
            node.LoseFor(1);

        AxisPick[] picks = AxisPick.All(shape);
        Dim start = Dim.Known(0);
        for (int i = 0; i < dims.Length; i++)
        {
            Dim from = start;
            picks[axis] = new AxisPick(dims[i], axis, position => from.Size is long offset ? offset + position : AxisPick.Open);
            IndexMap.Set(node, i, 0, picks);
            start = start.Plus(dims[i]);
        }
    }

    private static Dim[] Even(NodeContext node, TensorShape shape, int axis, long parts)
    {
        var dims = new Dim[node.OutputCount];
        if (shape.Dims[axis].Size is not long size)
        {
            if (parts == 1 && dims.Length == 1)
                dims[0] = shape.Dims[axis];
            return dims;
        }
        if (node.Opset < 18)
        {
            if (dims.Length > 0 && size % dims.Length != 0)
                throw node.Fail($"splits the dim {axis} of {node.Name(0)}, which is {shape}, into {dims.Length} equal parts, but {size} is no multiple of that");
            return [.. dims.Select(_ => Dim.Known(size / dims.Length))];
        }
        // All parts have the size of the first, rounded up, but the last, for which the runtime wants something to be left.
        long chunk = DimMath.Divide(size, parts, up: true);
        long last = size - checked(chunk * (parts - 1));
        if (parts > size || last < 1 || dims.Length > parts)
            throw node.Fail($"splits the dim {axis} of {node.Name(0)}, which is {shape}, into {parts} parts of {chunk}, but it is too short for that");
        return [.. dims.Select((_, i) => Dim.Known(i == parts - 1 ? last : chunk))];
    }

    private static Dim[] Given(NodeContext node, TensorShape shape, int axis, Scalar[]? sizes)
    {
        Dim[] dims = sizes is null ? new Dim[node.OutputCount] : [.. sizes.Select(size => size.ToDim())];
        Dim sum = dims.Aggregate(Dim.Known(0), DimMath.Plus);
        if (shape.Dims[axis].Size is not long whole)
            return dims;
        if (sum.Size is long total && total != whole)
            throw node.Fail($"splits the dim {axis} of {node.Name(0)}, which is {shape}, into parts of {total} together");
        // The only part that is not known is what the others leave.
        int open = Array.FindIndex(dims, dim => !dim.IsKnown);
        if (open >= 0 && open == Array.FindLastIndex(dims, dim => !dim.IsKnown))
            dims[open] = DimMath.OfSize(whole - dims.Where((_, i) => i != open).Sum(dim => dim.Size!.Value));
        return dims;
    }
}
