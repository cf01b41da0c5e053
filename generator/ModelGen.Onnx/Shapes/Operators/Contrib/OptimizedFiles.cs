namespace ModelGen.Onnx.Operators;

/// <summary>Domains that only files have which ONNX Runtime optimised for one machine and then saved.</summary>
internal static class OptimizedFiles
{
    /// <summary>Channels come in blocks, whose size is the machine's: rows of com.microsoft.nchwc.</summary>
    public static OperatorFamily Blocked { get; } = new("Blocked channels (com.microsoft.nchwc)",
    [
        Nchwc("AveragePool", Pooling.Pool),
        Nchwc("Conv", node => Convolution.Convolve(node, 0, 1, Known.Element(node, 0, 1))),
        Nchwc("GlobalAveragePool", Pooling.Global),
        Nchwc("GlobalMaxPool", Pooling.Global),
        Nchwc("MaxPool", Pooling.Pool),
        Nchwc("ReorderInput", ReorderInput),
        Nchwc("ReorderOutput", ReorderOutput),
        Nchwc("Upsample", Upsample),
    ]);

    /// <summary>Standard operators with the channels of their first input and output last: rows of com.ms.internal.nhwc.</summary>
    public static OperatorFamily Relaid { get; } = new("Channels last (com.ms.internal.nhwc)",
    [
        Nhwc("AveragePool", 11, 19, 22),
        Nhwc("BatchNormalization", 9, 14, 15),
        Nhwc("Conv", 1, 11, 22),
        Nhwc("ConvTranspose", 1, 11, 22),
        Nhwc("DepthToSpace", 11, 13),
        Nhwc("GlobalAveragePool", 1, 22),
        Nhwc("GlobalLpPool", 2, 22),
        Nhwc("GlobalMaxPool", 1, 22),
        Nhwc("GridSample", 16, 20, 22),
        Nhwc("InstanceNormalization", 6, 22),
        Nhwc("LpPool", 11, 18, 22),
        Nhwc("LRN", 1, 13),
        Nhwc("MaxPool", 11, 12, 22),
        Nhwc("MaxUnpool", 9, 11, 22),
        Nhwc("QLinearConv", 10),
        Nhwc("SpaceToDepth", 1, 13),
        // Its scales and sizes are laid out like its input already.
        new("Resize", [11, 13, 18, 19], ResizeRule.Resize) { Domain = Domains.MicrosoftNhwc },
        new("QLinearAveragePool", [1], node => ChannelsLast.Run(node, Pooling.Pool)) { Domain = Domains.MicrosoftNhwc },
    ]);

    private static Operator Nchwc(string name, ShapeRule rule) => new(name, [1], rule) { Domain = Domains.MicrosoftNchwc };

    private static Operator Nhwc(string name, params int[] versions) =>
        new(name, versions, node => ChannelsLast.Run(node, OpTable.Find(Domains.Standard, name)?.Rule ?? Elementwise.Same)) { Domain = Domains.MicrosoftNhwc };

    // Channels are filled up to whole blocks of 4, 8 or 16, as the machine's vectors are wide.
    private static void ReorderInput(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        if (shape is null)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        bool isLast = node.Int("channels_last", 0) != 0;
        Dim channels = isLast ? shape.Last() : shape.Dims[1];
        if (channels.Size % 16 is not 0)
            node.Lose("fills its channels up to whole blocks, whose size depends on the machine");
        node.Set(0, node.Element(0), [shape.Dims[0], channels.Size % 16 is 0 ? channels : Dim.Unknown, .. shape.Dims.Skip(isLast ? 1 : 2).Take(shape.Rank - 2)]);
    }

    private static void ReorderOutput(NodeContext node)
    {
        var channels = Dim.Known(Contrib.Positive(node, "channels"));
        TensorShape? shape = node.ShapeFrom(0, 2);
        node.Set(0, node.Element(0), shape is null ? null
            : node.Int("channels_last", 0) != 0 ? new TensorShape(new([shape.Dims[0], .. shape.Dims.Skip(2), channels]))
            : new TensorShape(new([shape.Dims[0], channels, .. shape.Dims.Skip(2)])));
    }

    private static void Upsample(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        if (shape is null || node.Ints("scales") is not { } scales)
        {
            node.Set(0, node.Element(0), shape);
            return;
        }
        if (scales.Length != shape.Rank || scales.Any(scale => scale < 1))
            throw node.Fail($"needs a scale of at least 1 for each of {shape.Rank} dims, but has {string.Join(", ", scales)}");
        node.Set(0, node.Element(0), [.. shape.Dims.Select((dim, i) => dim.Times(scales[i]))]);
    }
}
