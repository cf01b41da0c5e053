namespace ModelGen.Onnx.Operators;

/// <summary>Operators that normalise: the output is as the input, and some give the statistics as well.</summary>
internal static class Normalization
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Normalisation",
    [
        new("BatchNormalization", [1, 6, 7, 9, 14, 15], BatchNormalization),
        new("InstanceNormalization", [1, 6, 22], Elementwise.Same),
        new("LayerNormalization", [17], LayerNormalization),
        new("GroupNormalization", [18, 21], Elementwise.Same),
        new("RMSNormalization", [23], RmsNormalization),
        new("LpNormalization", [1, 22], Elementwise.Same),
        new("LRN", [1, 13], Elementwise.Same),
        new("MeanVarianceNormalization", [9, 13], Elementwise.Same),
    ]);

    // Two statistics after the output in training from version 14, four before; all of them of one size a channel.
    private static void BatchNormalization(NodeContext node)
    {
        Elementwise.Same(node);
        TensorShape? shape = node.ShapeFrom(0, 1);
        TensorShape? each = node.Shape(3) ?? node.Shape(1);
        // A single dim is a batch of one channel (BatchNormalization-9).
        if (each is null && shape is not null && node.Int("spatial", 1) != 0)
            each = new TensorShape(new([shape.Rank > 1 ? shape.Dims[1] : Dim.Known(1)]));
        ElementType element = node.Opset >= 14 ? node.Element(3) : node.Element(0);
        for (int i = 1; i <= 4; i++)
            node.Set(i, element, each);
    }

    // The statistics keep the dims before the axis; those that were reduced are 1.
    private static void LayerNormalization(NodeContext node)
    {
        Elementwise.Same(node);
        TensorShape? shape = node.Shape(0), reduced = null;
        if (shape is not null)
        {
            int axis = node.Axis(node.Int("axis", -1), shape.Rank);
            reduced = new TensorShape(new(shape.Dims.Select((dim, i) => i < axis ? dim : Dim.Known(1))));
        }
        ElementType stash = Known.Element(node, "stash_type") ?? ElementType.Float;
        node.Set(1, stash, reduced);
        node.Set(2, stash, reduced);
    }

    private static void RmsNormalization(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        if (shape is not null)
            node.Axis(node.Int("axis", -1), shape.Rank);
        node.Set(0, node.Element(1), shape);
    }
}
