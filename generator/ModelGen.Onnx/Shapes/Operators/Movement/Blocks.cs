namespace ModelGen.Onnx.Operators;

/// <summary>Operators that exchange channels and places of images block by block.</summary>
internal static class Blocks
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Blocks",
    [
        new("DepthToSpace", [1, 11, 13, 28], DepthToSpace),
        new("SpaceToDepth", [1, 13, 28], SpaceToDepth),
        new("Col2Im", [18], Col2ImRule.Infer),
    ]);

    private static void DepthToSpace(NodeContext node)
    {
        long block = BlockSize(node);
        if (node.Shape(0, 4) is not { } shape)
            node.Set(0, node.Element(0), new TensorShape(new(new Dim[4])));
        else
            node.Set(0, node.Element(0), shape.Dims[0], Over(node, shape, 1, checked(block * block)), shape.Dims[2].Times(block), shape.Dims[3].Times(block));
    }

    private static void SpaceToDepth(NodeContext node)
    {
        long block = BlockSize(node);
        if (node.Shape(0, 4) is not { } shape)
            node.Set(0, node.Element(0), new TensorShape(new(new Dim[4])));
        else
            node.Set(0, node.Element(0), shape.Dims[0], shape.Dims[1].Times(checked(block * block)), Over(node, shape, 2, block), Over(node, shape, 3, block));
    }

    private static long BlockSize(NodeContext node)
    {
        long block = node.Int("blocksize") ?? throw node.Fail("has no blocksize");
        if (block < 1)
            throw node.Fail($"has blocksize={block}, but that must be at least 1");
        // Only some versions have the attribute, but none has another value of it.
        if (node.Text("mode", "DCR") is not ("DCR" or "CRD") and var mode)
            throw node.Fail($"has the mode {Printable.Quote(mode)}, which must be DCR or CRD");
        return block;
    }

    private static Dim Over(NodeContext node, TensorShape shape, int axis, long divisor)
    {
        if (shape.Dims[axis].Size is long size && size % divisor != 0)
            throw node.Fail($"needs a multiple of {divisor} in the dim {axis} of {node.Name(0)}, which is {shape}");
        return shape.Dims[axis].Over(divisor);
    }
}
