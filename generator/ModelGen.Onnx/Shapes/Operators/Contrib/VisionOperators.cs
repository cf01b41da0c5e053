namespace ModelGen.Onnx.Operators;

/// <summary>ONNX Runtime's convolutions, pools and operators on images.</summary>
internal static class VisionOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Images (com.microsoft)",
    [
        Contrib.Op("CausalConvWithState", CausalConvolution),
        Contrib.Op("ConvTransposeWithDynamicPads", DynamicTranspose),
        Contrib.Op("CropAndResize", CropAndResize),
        Contrib.Op("FusedConv", Convolve),
        Contrib.Op("GridSample", GridSample),
        Contrib.Op("MaxpoolWithMask", Pooling.Pool),
        Contrib.Op("NhwcConv", node => ChannelsLast.Run(node, Convolve)),
        Contrib.Op("NhwcFusedConv", node => ChannelsLast.Run(node, Convolve)),
        Contrib.Op("NhwcMaxPool", node => ChannelsLast.Run(node, Pooling.Pool)),
        Contrib.Op("QLinearAveragePool", ChannelsLast.WhereSaid(Pooling.Pool)),
        Contrib.Op("QLinearConv", ChannelsLast.WhereSaid(node => Convolution.Convolve(node, 0, 3, node.Element(7)))),
        Contrib.Op("QLinearGlobalAveragePool", ChannelsLast.WhereSaid(Pooling.Global)),
        Contrib.Op("VarlenCausalConvWithState", VarlenConvolution),
    ]);

    private static void Convolve(NodeContext node) => Convolution.Convolve(node, 0, 1, Known.Element(node, 0, 1));

    private static void GridSample(NodeContext node)
    {
        TensorShape? image = node.Shape(0, rank: 4), grid = node.Shape(1, rank: 4);
        node.Set(0, node.Element(0), image.At(0).Or(grid.At(0)), image.At(1), grid.At(1), grid.At(2));
    }

    private static void CropAndResize(NodeContext node)
    {
        TensorShape? image = node.Shape(0, rank: 4), regions = node.Shape(1, rank: 2), indices = node.Shape(2, rank: 1);
        PartialTensor? size = node.Value(3);
        if (node.Has(3) && node.Shape(3, rank: 1).At(0).Size is long count && count != 2)
            throw node.Fail($"needs 2 numbers, height and width, in {node.Name(3)}, which has {count}");
        if (size is null)
            node.LoseFor(3);
        node.Set(0, node.Element(0), regions.At(0).Or(indices.At(0)), image.At(1), Item(size, 0), Item(size, 1));
    }

    // Like a transposed convolution whose padding is an input.
    private static void DynamicTranspose(NodeContext node)
    {
        TensorShape? input = node.ShapeFrom(0, 2), weights = node.ShapeFrom(1, 2);
        Dim channels = weights.At(1).Times(Math.Max(1, node.Int("group", 1)));
        if (Windows.Read(node, input?.Rank - 2, weights is null ? null : [.. weights.Dims.Skip(2)]) is not { } windows)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        long[]? pads = node.Has(2) ? node.Integers(2) : new long[2 * windows.Count];
        if (pads is null)
            node.LoseFor(2);
        else if (pads.Length != 2 * windows.Count)
            throw node.Fail($"needs {2 * windows.Count} numbers in {node.Name(2)}, which has {pads.Length}");

        var dims = new Dim[windows.Count + 2];
        (dims[0], dims[1]) = (input.At(0), channels);
        for (int i = 0; i < windows.Count; i++)
        {
            long extra = node.Ints("output_padding") is { } given && i < given.Length ? given[i] : 0;
            if (pads is not null)
                dims[i + 2] = windows.Transpose(i, input.At(i + 2), extra).Plus(checked(-pads[i] - pads[i + windows.Count]));
        }
        node.Set(0, node.Element(0), dims);
    }

    // The state holds what the kernel still reaches back to, along the last axis; several of them under each other where a window of states is kept.
    private static void CausalConvolution(NodeContext node)
    {
        TensorShape? input = node.ShapeFrom(0, 3), weights = node.ShapeFrom(1, 3);
        node.Set(0, node.Element(0), input);
        long window = node.Int("state_window", 0), dilation = node.Int("dilation", 1);
        if (window < 0 || dilation < 1)
            throw node.Fail($"needs state_window from 0 and dilation from 1, but has {window} and {dilation}");
        if (input is null)
        {
            node.Set(1, node.Element(0), node.Shape(3));
            return;
        }
        Dim length = weights.Last().Plus(-1).Times(dilation);
        IEnumerable<Dim> state = node.Int("channels_last", 0) != 0
            ? [input.At(0), length, .. input.Dims.Skip(2)]
            : [.. input.Dims.Take(input.Rank - 1), length];
        node.Set(1, node.Element(0), [.. window > 0 ? [Dim.Known(window)] : Array.Empty<Dim>(), .. state]);
    }

    // Sequences of different lengths behind each other: one state each.
    private static void VarlenConvolution(NodeContext node)
    {
        TensorShape? input = node.Shape(0, rank: 2), weights = node.Shape(1, rank: 3), ends = node.Shape(2, rank: 1);
        Dim batch = ends.At(0).Plus(-1);
        node.Set(0, node.Element(0), input);
        node.Set(1, node.Element(0), batch, input.At(1), weights.At(2).Plus(-1).Times(node.Int("dilation", 1)));
        node.Set(2, node.Element(0), batch, DimMath.OfSize(node.Int("state_update_capacity", 0)), input.At(1));
    }

    private static Dim Item(PartialTensor? value, int index) => value is not null && index < value.Count ? value[index].ToDim() : Dim.Unknown;
}
