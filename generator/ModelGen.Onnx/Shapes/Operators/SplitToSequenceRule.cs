namespace ModelGen.Onnx.Operators;

/// <summary>SplitToSequence: cuts a tensor along an axis, into single slices or as the second input says.</summary>
internal static class SplitToSequenceRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        ElementType element = node.Element(0);
        // A list of sizes overrides keepdims. By the specification a scalar does so as well, but the runtime drops the dim then.
        bool keeps = node.Int("keepdims", 1) != 0 || node.Shape(1) is { Rank: 1 };
        if (node.Shape(0) is not { } shape || (!keeps && node.Has(1) && node.Shape(1) is null))
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

        if (!keeps && sizes.FirstOrDefault(size => size.Size is not 1) is { Size: long other })
            throw node.Fail($"has parts of {other} along a dim that keepdims=0 drops");
        var parts = new Fact[sizes.Length];
        AxisPick[] picks = AxisPick.All(shape);
        Dim start = Dim.Known(0);
        for (int i = 0; i < parts.Length; i++)
        {
            Dim from = start;
            picks[axis] = new AxisPick(sizes[i], axis, position => from.Size is long offset ? offset + position : AxisPick.Open);
            TensorShape part = Part(shape, axis, sizes[i], keeps);
            parts[i] = node.Value(0) is { } value && part.Sizes() is { } dims
                && IndexMap.Pick(node, value, Part(shape, axis, sizes[i], keeps: true), picks, default) is { } elements
                ? Fact.Of(elements.Reshaped(dims))
                : Fact.Tensor(element, part);
            start = start.Plus(sizes[i]);
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
}
