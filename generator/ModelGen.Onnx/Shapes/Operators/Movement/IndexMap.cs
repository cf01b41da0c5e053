namespace ModelGen.Onnx.Operators;

/// <summary>
/// What operators that move elements have in common: each axis of the result says what it shows of the source, and from that follow the result's dims
/// and, where the source's elements are followed, its elements.
/// </summary>
internal static class IndexMap
{
    /// <summary>Sets an output to what the axes show of an input.</summary>
    /// <param name="node">The node.</param>
    /// <param name="output">The output.</param>
    /// <param name="input">The input.</param>
    /// <param name="axes">The result's axes, outermost first.</param>
    /// <param name="fill">The element at positions that show none of the input.</param>
    public static void Set(NodeContext node, int output, int input, AxisPick[] axes, Scalar fill = default)
    {
        var shape = new TensorShape(new(axes.Select(axis => axis.Size)));
        if (node.Value(input) is { } source && Pick(node, source, shape, axes, fill) is { } value)
            node.Set(output, Fact.Of(value));
        else
            node.Set(output, node.Element(input), shape);
    }

    /// <summary>Sets an output to an input's elements in the same order under another shape; null for an unknown rank.</summary>
    public static void SetReshaped(NodeContext node, int output, int input, TensorShape? shape)
    {
        if (shape?.Sizes() is { } sizes && node.Value(input) is { } source && TensorSize.Elements(sizes) == source.Count)
            node.Set(output, Fact.Of(source.Reshaped(sizes)));
        else
            node.Set(output, node.Element(input), shape);
    }

    /// <summary>What the axes show of a source; null when it is too large to follow, or its dims are not all known.</summary>
    public static PartialTensor? Pick(NodeContext node, PartialTensor source, TensorShape shape, AxisPick[] axes, Scalar fill)
    {
        if (shape.Sizes() is not { } sizes || TensorSize.Elements(sizes) is not long count || node.Budget.Room(count) is not { } items)
            return null;
        var result = new PartialTensor(source.Element, sizes, items);
        if (count == 0)
            return result;

        int[] strides = Strides(source.Dims);
        long start = 0;
        List<long[]> moving = [];
        foreach (AxisPick axis in axes)
        {
            // The product of the sizes is small, so each of them is.
            long[] offsets = Offsets(axis, strides);
            // Only so few axes can be longer than 1; the others add a constant.
            if (offsets.Length > 1)
                moving.Add(offsets);
            else if (offsets[0] < 0)
                start = Math.Min(start, offsets[0]);
            else if (start >= 0)
                start += offsets[0];
        }
        var position = new int[moving.Count];
        for (int i = 0; i < items.Length; i++)
        {
            long offset = start;
            for (int axis = 0; axis < position.Length; axis++)
            {
                long step = moving[axis][position[axis]];
                offset = offset < 0 || step < 0 ? Math.Min(offset, step) : offset + step;
            }
            items[i] = offset >= 0 && offset < source.Count ? source[(int)offset] : offset == AxisPick.Fill ? fill : Scalar.Unknown;
            Advance(position, moving);
        }
        return result;
    }

    /// <summary>How far apart neighbours along each axis lie in a row-major tensor whose elements are followed.</summary>
    public static int[] Strides(long[] dims)
    {
        var strides = new int[dims.Length];
        long stride = 1;
        for (int axis = dims.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = (int)stride;
            // Of an empty tensor no element is ever asked for, so what is beyond the followed ones does not matter.
            stride = Math.Min(stride * Math.Min(dims[axis], PartialTensor.MostElements), PartialTensor.MostElements);
        }
        return strides;
    }

    /// <summary>The sizes; null unless all are known.</summary>
    public static long[]? Sizes(this TensorShape shape)
    {
        var sizes = new long[shape.Rank];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            if (shape.Dims[axis].Size is not long size)
                return null;
            sizes[axis] = size;
        }
        return sizes;
    }

    private static long[] Offsets(AxisPick axis, int[] strides)
    {
        var offsets = new long[axis.Size.Size!.Value];
        for (int i = 0; i < offsets.Length; i++)
        {
            long from = axis.Axis == AxisPick.NoAxis ? 0 : axis.From is null ? i : axis.From(i);
            offsets[i] = from < 0 ? from : axis.Axis == AxisPick.NoAxis ? 0 : from * strides[axis.Axis];
        }
        return offsets;
    }

    private static void Advance(int[] position, List<long[]> axes)
    {
        for (int axis = position.Length - 1; axis >= 0; axis--)
        {
            if (++position[axis] < axes[axis].Length)
                return;
            position[axis] = 0;
        }
    }
}
