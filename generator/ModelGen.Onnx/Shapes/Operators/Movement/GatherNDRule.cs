namespace ModelGen.Onnx.Operators;

/// <summary>GatherND: the last dim of the indices says how many axes of the input one index goes along.</summary>
internal static class GatherNDRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 1), indices = node.ShapeFrom(1, 1);
        long batch = node.Int("batch_dims", 0);
        if (batch < 0 || batch >= (shape?.Rank ?? int.MaxValue) || batch >= (indices?.Rank ?? int.MaxValue))
            throw node.Fail($"has batch_dims={batch}, which must be less than the ranks of its inputs");
        if (indices is null || shape is null || indices.Dims[indices.Rank - 1].Size is not long depth)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        if (depth > shape.Rank - batch)
            throw node.Fail($"has indices of {depth} axes into {node.Name(0)}, which is {shape}{(batch > 0 ? $" of which {batch} are the batch" : "")}");
        for (int i = 0; i < batch; i++)
            if (shape.Dims[i].Size is long left && indices.Dims[i].Size is long right && left != right)
                throw node.Fail($"has the batch dim {i} of {left} in {node.Name(0)} and of {right} in its indices");

        var result = new TensorShape(new([.. indices.Dims.Take(indices.Rank - 1), .. shape.Dims.Skip((int)(batch + depth))]));
        if (batch == 0 && node.Value(0) is { } source && node.Value(1) is { } index && Elements(node, source, index, (int)depth, result) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, node.Element(0), result);
    }

    /// <summary>Where in the source a tuple of indices points to, as the flat index of the first element; -1 when one of them is not known.</summary>
    public static long Offset(NodeContext node, PartialTensor index, int tuple, int depth, long[] dims, int[] strides)
    {
        long offset = 0;
        for (int axis = 0; axis < depth; axis++)
        {
            long at = Gathering.Index(node, index[tuple * depth + axis], Dim.Known(dims[axis]));
            offset = at < 0 || offset < 0 ? -1 : offset + at * strides[axis];
        }
        return offset;
    }

    private static PartialTensor? Elements(NodeContext node, PartialTensor source, PartialTensor index, int depth, TensorShape result)
    {
        if (result.Sizes() is not { } sizes || TensorSize.Elements(sizes) is not long count || node.Budget.Room(count) is not { } items)
            return null;
        int[] strides = IndexMap.Strides(source.Dims);
        int slice = depth == 0 ? source.Count : strides[depth - 1];
        for (int tuple = 0; count > 0 && tuple < count / slice; tuple++)
        {
            long offset = Offset(node, index, tuple, depth, source.Dims, strides);
            for (int i = 0; offset >= 0 && i < slice; i++)
                items[tuple * slice + i] = source[(int)offset + i];
        }
        return new PartialTensor(source.Element, sizes, items);
    }
}
