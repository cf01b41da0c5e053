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
        // Where there is nothing to copy, the runtime does not look at the indices.
        if (shape.Dims.Skip((int)(batch + depth)).All(dim => dim.Size > 0))
            RequireElements(node, shape, indices, (int)batch, (int)depth);
        // All that the runtime asks for is that each sample gets as many indices.
        if (DimProduct.Of(shape.Dims).Size > 0 && DimMath.Product(shape, 0, (int)batch).Size is > 0 and long samples && DimMath.Product(indices, 0, indices.Rank - 1).Size is long tuples && tuples % samples != 0)
            throw node.Fail($"has indices of {indices}, which is no multiple of {samples} samples of {node.Name(0)}, which is {shape}");

        var result = new TensorShape(new([.. indices.Dims.Take(indices.Rank - 1), .. shape.Dims.Skip((int)(batch + depth))]));
        if (batch == 0 && node.Value(0) is { } source && node.Value(1) is { } index && Elements(node, source, index, (int)depth, result) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, node.Element(0), result);
    }

    /// <summary>Fails where indices point along an axis of size 0.</summary>
    /// <param name="node">The node.</param>
    /// <param name="shape">The shape of what is pointed into.</param>
    /// <param name="indices">The shape of the indices.</param>
    /// <param name="from">The first axis that they go along.</param>
    /// <param name="depth">The number of axes.</param>
    public static void RequireElements(NodeContext node, TensorShape shape, TensorShape indices, int from, int depth)
    {
        if (indices.Dims.All(dim => dim.Size > 0) && shape.Dims.Skip(from).Take(depth).Any(dim => dim.Size == 0))
            throw node.Fail($"has indices of {indices} into {node.Name(0)}, which is {shape} and has nothing there");
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
