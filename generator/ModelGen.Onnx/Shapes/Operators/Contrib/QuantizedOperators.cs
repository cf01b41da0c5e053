namespace ModelGen.Onnx.Operators;

/// <summary>ONNX Runtime's operators on quantised numbers, apart from products, convolutions and pools.</summary>
internal static class QuantizedOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Quantised numbers (com.microsoft)",
    [
        Contrib.Op("DequantizeBFP", DequantizeBfp),
        Contrib.Op("DequantizeLinear", Contrib.LikeOfType(1)),
        Contrib.Op("DequantizeWithOrder", Contrib.LikeOfType(1)),
        Contrib.Op("DynamicQuantizeLSTM", DynamicQuantizeLstm),
        Contrib.Op("GatherBlockQuantized", GatherBlocks),
        Contrib.Op("MulInteger", node => Both(node, 0, 2, ElementType.Int32)),
        Contrib.Op("QLinearAdd", node => Both(node, 0, 3, node.Element(0))),
        Contrib.Op("QLinearConcat", Concat),
        Contrib.Op("QLinearLeakyRelu", Contrib.Like()),
        Contrib.Op("QLinearMul", node => Both(node, 0, 3, node.Element(0))),
        Contrib.Op("QLinearReduceMean", node => Reduce(node, node.Element(0))),
        Contrib.Op("QLinearSigmoid", Contrib.Like()),
        Contrib.Op("QLinearSoftmax", Contrib.Like()),
        Contrib.Op("QLinearWhere", Where),
        Contrib.Op("QOrderedGelu", Contrib.Like()),
        Contrib.Op("QOrderedLayerNormalization", Contrib.Like()),
        Contrib.Op("QuantizeBFP", QuantizeBfp) with { DataDependent = "the number of bytes that the blocks take" },
        Contrib.Op("QuantizeLinear", node => node.Set(0, node.Has(2) ? node.Element(2) : ElementType.UInt8, node.Shape(0))),
        Contrib.Op("QuantizeWithOrder", Contrib.LikeOf(ElementType.Int8)),
        Contrib.Op("ReduceSumInteger", node => Reduce(node, node.Element(0) switch
        {
            ElementType.UInt8 => ElementType.UInt32,
            ElementType.Int8 => ElementType.Int32,
            _ => ElementType.Undefined,
        })),
    ]);

    private static void Both(NodeContext node, int left, int right, ElementType element) =>
        node.Set(0, element, Broadcast.Shapes(node, node.Shape(left), node.Shape(right)));

    // Condition, then a tensor with its scale and zero point, then another.
    private static void Where(NodeContext node) =>
        node.Set(0, node.Element(1), Broadcast.Shapes(node, Broadcast.Shapes(node, node.Shape(0), node.Shape(1)), node.Shape(4)));

    private static void Reduce(NodeContext node, ElementType element)
    {
        TensorShape? shape = node.Shape(0);
        if (shape is null)
        {
            node.Set(0, element, shape: null);
            return;
        }
        long[] axes = node.Ints("axes") ?? [];
        var isReduced = new bool[shape.Rank];
        for (int i = 0; i < isReduced.Length; i++)
            isReduced[i] = axes.Length == 0;
        foreach (long axis in axes)
            isReduced[node.Axis(axis, shape.Rank)] = true;
        node.Set(0, element, AxisMath.Reduced(shape, isReduced, node.Int("keepdims", 1) != 0));
    }

    // The output's scale and zero point, then each tensor with its own.
    private static void Concat(NodeContext node)
    {
        Dim[]? dims = null;
        int axis = 0;
        for (int i = 2; i < node.InputCount; i += 3)
        {
            if (node.Shape(i) is not { } shape)
            {
                node.Set(0, node.Element(1), shape: null);
                return;
            }
            if (dims is null)
            {
                axis = node.Axis(node.Int("axis") ?? throw node.Fail("has no axis"), shape.Rank);
                dims = [.. shape.Dims];
                continue;
            }
            if (shape.Rank != dims.Length)
                throw node.Fail($"needs tensors of one rank, but {node.Name(2)} has {dims.Length} dims and {node.Name(i)} is {shape}");
            for (int k = 0; k < dims.Length; k++)
            {
                if (k != axis)
                    Contrib.CheckEqual(node, dims[k], $"dim {k} of {node.Name(2)}", shape.Dims[k], $"that of {node.Name(i)}");
                dims[k] = k == axis ? dims[k].Plus(shape.Dims[k]) : dims[k].Or(shape.Dims[k]);
            }
        }
        node.Set(0, node.Element(1), dims is null ? null : new TensorShape(new(dims)));
    }

    // The weights are transposed: directions × input × 4 hidden, directions × hidden × 4 hidden.
    private static void DynamicQuantizeLstm(NodeContext node) => Contrib.SetLstm(node, node.Shape(2, rank: 3).At(1));

    // A Gather; bytes hold several numbers along the last axis.
    private static void GatherBlocks(NodeContext node)
    {
        TensorShape? data = node.ShapeFrom(0, 1), indices = node.Shape(1);
        if (data is null || indices is null)
        {
            node.Set(0, node.Element(2), shape: null);
            return;
        }
        int axis = node.Axis(node.Int("gather_axis", 0), data.Rank);
        Dim[] dims = [.. data.Dims];
        long bits = node.Int("bits", 4);
        if (node.Element(0) == ElementType.UInt8 && bits is 2 or 4)
            dims[^1] = dims[^1].Times(8 / bits);
        node.Set(0, node.Element(2), [.. dims.Take(axis), .. indices.Dims, .. dims.Skip(axis + 1)]);
    }

    private static void QuantizeBfp(NodeContext node)
    {
        node.Lose("packs numbers into blocks, whose size depends on the accelerator");
        Dim rank = node.Shape(0) is { } shape ? Dim.Known(shape.Rank) : Dim.Unknown;
        node.Set(0, ElementType.UInt8, Dim.Unknown);
        node.Set(1, ElementType.Int64, rank);
        node.Set(2, ElementType.Int64, rank);
    }

    private static void DequantizeBfp(NodeContext node)
    {
        var element = (ElementType)node.Int("dtype", (long)ElementType.Float);
        if (node.Value(1) is { } sizes)
        {
            node.Set(0, element, new TensorShape(new(sizes.Items.Select(size => size.ToDim()))));
            return;
        }
        node.LoseFor(1);
        node.Set(0, element, shape: null);
    }
}
