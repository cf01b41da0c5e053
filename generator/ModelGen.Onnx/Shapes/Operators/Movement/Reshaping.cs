namespace ModelGen.Onnx.Operators;

/// <summary>Operators that keep all elements in their order and change the dims only.</summary>
internal static class Reshaping
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Reshaping",
    [
        new("Reshape", [1, 5, 13, 14, 19, 21, 23, 24, 25], ReshapeRule.Infer) { FollowsElements = true },
        new("Flatten", [1, 9, 11, 13, 21, 23, 24, 25], Flatten) { FollowsElements = true },
        new("Squeeze", [1, 11, 13, 21, 23, 24, 25], Squeeze) { FollowsElements = true },
        new("Unsqueeze", [1, 11, 13, 21, 23, 24, 25], Unsqueeze) { FollowsElements = true },
    ]);

    private static void Flatten(NodeContext node)
    {
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, node.Element(0), Dim.Unknown, Dim.Unknown);
            return;
        }
        long axis = node.Int("axis", 1);
        // Negative axes came with version 11; the rank itself is an axis here.
        if (axis > shape.Rank || axis < (node.Opset < 11 ? 0 : -shape.Rank))
            throw node.Fail($"has the axis {axis}, but there are only {shape.Rank} dims in {node.Name(0)}, which is {shape}");
        int split = (int)(axis < 0 ? axis + shape.Rank : axis);
        IndexMap.SetReshaped(node, 0, 0, new TensorShape(new([DimProduct.Of(shape.Dims.Take(split)).ToDim(), DimProduct.Of(shape.Dims.Skip(split)).ToDim()])));
    }

    private static void Squeeze(NodeContext node)
    {
        Scalar[]? items = node.Items("axes", 1, out bool isAbsent);
        if (items is null && !isAbsent)
            node.LoseFor(1);
        if (node.Shape(0) is not { } shape)
            node.Set(0, node.Element(0), shape: null);
        // Empty axes are none, to the runtime.
        else if (isAbsent || items is { Length: 0 })
            IndexMap.SetReshaped(node, 0, 0, shape.Dims.All(dim => dim.IsKnown) ? new TensorShape(new(shape.Dims.Where(dim => dim.Size != 1))) : null);
        else if (items?.Integers() is { } axes)
            IndexMap.SetReshaped(node, 0, 0, Without(node, shape, [.. axes.Select(axis => node.Axis(axis, shape.Rank))]));
        else
        {
            node.LoseFor(1);
            // The same axis may be given twice, so more than one leave the rank open.
            node.Set(0, node.Element(0), items is { Length: 1 } && shape.Rank > 0 ? Open(shape.Rank - 1) : null);
        }
    }

    private static void Unsqueeze(NodeContext node)
    {
        Scalar[]? items = node.Items("axes", 1, out bool isAbsent, scalar: true);
        if (isAbsent)
            throw node.Fail("has no axes, but needs those at which dims of size 1 are put in");
        if (items is null)
            node.LoseFor(1);
        if (node.Shape(0) is not { } shape || items is null)
        {
            node.Set(0, node.Element(0), shape: null);
        }
        else if (items.Integers() is { } axes)
        {
            HashSet<int> added = [.. node.DistinctAxes(axes, checked(shape.Rank + axes.Length))];
            var dims = new Dim[shape.Rank + axes.Length];
            for (int i = 0, next = 0; i < dims.Length; i++)
                dims[i] = added.Contains(i) ? Dim.Known(1) : shape.Dims[next++];
            IndexMap.SetReshaped(node, 0, 0, new TensorShape(new(dims)));
        }
        else
        {
            node.LoseFor(1);
            node.Set(0, node.Element(0), Open(checked(shape.Rank + items.Length)));
        }
    }

    private static TensorShape Without(NodeContext node, TensorShape shape, HashSet<int> axes)
    {
        foreach (int axis in axes)
            if (shape.Dims[axis].Size is long size && size != 1)
                throw node.Fail($"drops the dim {axis} of {node.Name(0)}, which must be 1, but is {size} of {shape}");
        return new TensorShape(new(shape.Dims.Where((_, axis) => !axes.Contains(axis))));
    }

    private static TensorShape Open(int rank) => new(new(new Dim[rank]));
}
