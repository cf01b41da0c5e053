namespace ModelGen.Onnx.Operators;

/// <summary>
/// Operators of the standard domain that the standard never versioned or dropped: experiments of its first releases, which ONNX Runtime still runs, and
/// plugins of TensorRT that it took in.
/// </summary>
internal static class LegacyOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Experiments and plugins (ai.onnx, not in the standard)",
    [
        new("Affine", [1], Elementwise.Same),
        new("Crop", [1], Crop),
        new("DisentangledAttention_TRT", [1], node => node.Set(0, node.Element(0), node.Shape(0, rank: 3))),
        new("DynamicSlice", [1], DynamicSlice),
        new("EfficientNMS_TRT", [1], SuppressBoxes),
        new("ImageScaler", [1], Elementwise.Same),
        new("MultilevelCropAndResize_TRT", [1], Regions),
        new("ParametricSoftplus", [1], Elementwise.Same),
        new("PyramidROIAlign_TRT", [1], Regions),
        new("Scale", [1], Elementwise.Same),
        new("ScaledTanh", [1], Elementwise.Same),
    ]);

    // N × C × H × W without borders left, top, right, bottom; or of the size in scale (height, width), from the left and top border on.
    private static void Crop(NodeContext node)
    {
        TensorShape? shape = node.Shape(0, rank: 4);
        if (node.Ints("border") is not { Length: 4 } border)
            throw node.Fail("needs 4 numbers in border: left, top, right, bottom");
        Dim height, width;
        if (node.Ints("scale") is { Length: > 0 } sizes)
        {
            if (sizes.Length != 2)
                throw node.Fail($"needs 2 numbers in scale, height and width, but has {sizes.Length}");
            (height, width) = (DimMath.OfSize(sizes[0]), DimMath.OfSize(sizes[1]));
        }
        else
        {
            height = shape.At(2).Plus(checked(-(border[1] + border[3])));
            width = shape.At(3).Plus(checked(-(border[0] + border[2])));
        }
        if (border.Any(side => side < 0) || shape.At(2).Size < height.Size || shape.At(3).Size < width.Size
            || (shape.At(2).IsKnown && !height.IsKnown) || (shape.At(3).IsKnown && !width.IsKnown))
            throw node.Fail($"can't crop {shape} with border={string.Join(", ", border)}: nothing would be left, or more than there is");
        node.Set(0, node.Element(0), shape.At(0), shape.At(1), height, width);
    }

    // Slice in steps of 1, with starts, ends and axes as inputs.
    private static void DynamicSlice(NodeContext node)
    {
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        long[]? starts = node.Integers(1), ends = node.Integers(2), axes = node.Has(3) ? node.Integers(3) : [.. Enumerable.Range(0, starts?.Length ?? 0).Select(i => (long)i)];
        if (starts is null || ends is null || axes is null)
        {
            node.LoseFor(starts is null ? 1 : ends is null ? 2 : 3);
            node.Set(0, node.Element(0), new TensorShape(new(Enumerable.Repeat(Dim.Unknown, shape.Rank))));
            return;
        }
        if (starts.Length != ends.Length || axes.Length != starts.Length)
            throw node.Fail($"needs as many starts as ends and axes, but has {starts.Length}, {ends.Length} and {axes.Length}");
        Dim[] dims = [.. shape.Dims];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = node.Axis(axes[i], shape.Rank);
            dims[axis] = dims[axis].Size is long size ? Dim.Known(Math.Max(0, Clamp(ends[i], size) - Clamp(starts[i], size))) : Dim.Unknown;
        }
        node.Set(0, node.Element(0), dims);
    }

    private static long Clamp(long index, long size) => Math.Max(0, Math.Min(size, index < 0 ? index + size : index));

    private static void SuppressBoxes(NodeContext node)
    {
        TensorShape? boxes = node.ShapeFrom(0, 3);
        Dim most = Dim.Known(node.Int("max_output_boxes") is null ? 1 : Contrib.Positive(node, "max_output_boxes"));
        node.Set(0, ElementType.Int32, boxes.At(0), Dim.Known(1));
        node.Set(1, node.Element(0), boxes.At(0), most, Dim.Known(4));
        node.Set(2, node.Element(0), boxes.At(0), most);
        node.Set(3, ElementType.Int32, boxes.At(0), most);
    }

    private static void Regions(NodeContext node)
    {
        TensorShape? boxes = node.ShapeFrom(0, 2), features = node.ShapeFrom(1, 2);
        Dim size = Dim.Known(node.Int("pooled_size") is null ? 1 : Contrib.Positive(node, "pooled_size"));
        node.Set(0, node.Element(0), boxes.At(0), boxes.At(1), features.At(1), size, size);
    }
}
