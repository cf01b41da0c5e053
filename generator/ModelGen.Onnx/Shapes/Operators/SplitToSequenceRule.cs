namespace ModelGen.Onnx.Operators;

/// <summary>SplitToSequence: cuts a tensor along an axis, into single slices or as the second input says.</summary>
internal static class SplitToSequenceRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        ElementType element = node.Element(0);
        bool keeps = node.Has(1) || node.Int("keepdims", 1) != 0;
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, new Fact(new SequenceType(new TensorType(element, null))));
            return;
        }
        int axis = node.Axis(node.Int("axis", 0), shape.Rank);
        if (Sizes(node, shape.Dims[axis]) is not { } sizes)
        {
            Dim each = node.Has(1) ? Dim.Unknown : Dim.Known(1);
            node.Set(0, new Fact(new SequenceType(new TensorType(element, Part(shape, axis, each, keeps)))));
            return;
        }

        var parts = new Fact[sizes.Length];
        long? start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            TensorShape part = Part(shape, axis, sizes[i], keeps);
            parts[i] = start is long from && part.IsComplete() && node.Value(0) is { } value && Slice(node, value, axis, (int)from, part) is { } elements
                ? Fact.Of(elements)
                : Fact.Tensor(element, part);
            start += sizes[i].Size;
        }
        Sequences.Set(node, element, parts);
    }

    // The parts' sizes; null when their number is not known, or too large.
    private static Dim[]? Sizes(NodeContext node, Dim length)
    {
        if (node.Has(1) && node.Shape(1) is not { Rank: 0 })
            return Listed(node, length);

        Scalar chunk = node.Has(1) ? node.Single(1) : Scalar.Int(1);
        if (chunk.Integer <= 0)
            throw node.Fail($"splits into parts of {chunk}");
        if (chunk.Integer is not long size)
        {
            node.LoseFor(1);
            return null;
        }
        if (length.Size is not long whole || DimMath.Divide(whole, size, up: true) is not (<= Sequences.MostItems and var count))
            return null;
        // Only the last part may be smaller.
        return [.. Enumerable.Range(0, (int)count).Select(i => Dim.Known(Math.Min(size, whole - i * size)))];
    }

    private static Dim[]? Listed(NodeContext node, Dim length)
    {
        if (node.Shape(1) is { Rank: > 1 } shape)
            throw node.Fail($"needs a scalar or a vector in {node.Name(1)}, which is {shape}");
        if (node.Value(1) is not { } value || value.Count > Sequences.MostItems)
        {
            node.LoseFor(1);
            return null;
        }
        long sum = 0;
        for (int i = 0; i < value.Count; i++)
        {
            if (value[i].Integer < 0)
                throw node.Fail($"splits into parts of {value[i]}");
            sum = checked(sum + (value[i].Integer ?? 0));
        }
        if (length.Size is long whole && (value.IsKnown ? sum != whole : sum > whole))
            throw node.Fail($"splits a dim of {whole} into parts of {sum} together");
        return [.. value.Items.Select(item => item.ToDim())];
    }

    private static TensorShape Part(TensorShape shape, int axis, Dim size, bool keeps) => new(new(keeps
        ? shape.Dims.Select((dim, i) => i == axis ? size : dim)
        : shape.Dims.Where((_, i) => i != axis)));

    private static PartialTensor? Slice(NodeContext node, PartialTensor value, int axis, int start, TensorShape part)
    {
        long[] dims = [.. part.Dims.Select(dim => dim.Size!.Value)];
        if (TensorSize.Elements(dims) is not long count || node.Budget.Room(count) is not { } items)
            return null;
        (int outer, int length, int inner) = AxisMath.Around(value, axis);
        int run = outer == 0 ? 0 : items.Length / outer;
        for (int o = 0; o < outer; o++)
            Array.Copy(value.Items, ((o * length) + start) * inner, items, o * run, run);
        return new PartialTensor(value.Element, dims, items);
    }
}
