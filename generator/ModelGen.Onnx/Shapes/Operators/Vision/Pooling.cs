namespace ModelGen.Onnx.Operators;

/// <summary>Pools: N × channels × spatial dims, each window becomes one element.</summary>
internal static class Pooling
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Pooling",
    [
        new("AveragePool", [1, 7, 10, 11, 19, 22], Pool),
        new("MaxPool", [1, 8, 10, 11, 12, 22], Pool),
        new("LpPool", [1, 2, 11, 18, 22], Pool),
        new("GlobalAveragePool", [1, 22], Global),
        new("GlobalMaxPool", [1, 22], Global),
        new("GlobalLpPool", [1, 2, 22], Global),
        new("MaxUnpool", [9, 11, 22], Unpool),
    ]);

    /// <summary>A pool; its second output, if it has one, holds indices.</summary>
    public static void Pool(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        if (node.Ints("kernel_shape") is not { Length: > 0 })
            throw node.Fail("has no kernel_shape");
        if (shape?.Dims[0].Size > 0 && shape.Dims.Any(dim => dim.Size == 0))
            throw node.Fail($"can't run on an empty input, unless the batch is, but {node.Name(0)} is {shape}");
        Windows windows = Windows.Read(node, shape?.Rank - 2, null)!;
        bool ceil = node.Int("ceil_mode", 0) != 0;
        var dims = new Dim[windows.Count + 2];
        if (shape is not null)
            (dims[0], dims[1]) = (shape.Dims[0], shape.Dims[1]);
        for (int i = 2; i < dims.Length; i++)
            dims[i] = windows.Pool(i - 2, shape is null ? Dim.Unknown : shape.Dims[i], ceil);
        node.Set(0, node.Element(0), dims);
        node.Set(1, ElementType.Int64, dims);
    }

    /// <summary>One window over all spatial dims.</summary>
    public static void Global(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        node.Set(0, node.Element(0), shape is null ? null : new TensorShape(new(shape.Dims.Select((dim, i) => i < 2 ? dim : Dim.Known(1)))));
    }

    private static void Unpool(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2) ?? node.ShapeFrom(1, 2);
        if (node.Has(2))
        {
            if (node.Value(2) is { Rank: 1 } sizes)
            {
                node.Set(0, node.Element(0), [.. sizes.Items.Select(size => size.ToDim())]);
                return;
            }
            node.LoseFor(2);
            node.Set(0, node.Element(0), shape is null ? null : new TensorShape(new(shape.Dims.Select((dim, i) => i < 2 ? dim : Dim.Unknown))));
            return;
        }
        if (node.Ints("kernel_shape") is not { Length: > 0 })
            throw node.Fail("has no kernel_shape");
        Windows windows = Windows.Read(node, shape?.Rank - 2, null)!;
        var dims = new Dim[windows.Count + 2];
        if (shape is not null)
            (dims[0], dims[1]) = (shape.Dims[0], shape.Dims[1]);
        for (int i = 2; i < dims.Length; i++)
            dims[i] = windows.Transpose(i - 2, shape is null ? Dim.Unknown : shape.Dims[i], 0);
        node.Set(0, node.Element(0), dims);
    }
}
