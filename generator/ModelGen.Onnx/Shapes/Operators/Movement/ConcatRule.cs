namespace ModelGen.Onnx.Operators;

/// <summary>Concat: the dims but one must agree, and that one is the sum.</summary>
internal static class ConcatRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        int count = node.InputCount;
        ElementType element = Enumerable.Range(0, count).Select(input => node.Element(input)).FirstOrDefault(type => type != ElementType.Undefined);
        TensorShape?[] shapes = [.. Enumerable.Range(0, count).Select(input => node.Shape(input))];
        if (shapes.FirstOrDefault(shape => shape is not null) is not { Rank: <= NodeContext.HighestRank } first)
        {
            node.Set(0, element, shape: null);
            return;
        }
        // Version 1 has a default.
        long given = node.Int("axis") ?? (node.Opset < 4 ? 1 : throw node.Fail("has no axis to put its inputs together along"));
        int axis = node.Axis(given, first.Rank);

        // The runtime does not compare dims of inputs without elements, such as caches that are still empty.
        Dim[] dims = [.. (shapes.FirstOrDefault(shape => shape?.Rank == first.Rank && !IsEmpty(shape)) ?? first).Dims];
        dims[axis] = Dim.Known(0);
        for (int i = 0; i < count; i++)
        {
            if (shapes[i] is not { } shape)
            {
                dims[axis] = Dim.Unknown;
                continue;
            }
            if (shape.Rank != first.Rank)
                throw node.Fail($"puts together inputs of different ranks: {first} and {shape}");
            for (int other = 0; other < dims.Length; other++)
            {
                if (other == axis)
                    dims[axis] = dims[axis].Plus(shape.Dims[axis]);
                else if (!IsEmpty(shape))
                    dims[other] = Same(dims[other], shape.Dims[other])
                        ?? throw node.Fail($"puts together {shape} and inputs of {dims[other]} along the dim {other}: all dims but {axis} must be equal");
            }
        }
        var result = new TensorShape(new(dims));
        if (Elements(node, result, axis, element) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, element, result);
    }

    private static bool IsEmpty(TensorShape shape) => shape.Dims.Any(dim => dim.Size == 0);

    private static Dim? Same(Dim known, Dim next) => known.IsKnown && next.IsKnown && known != next ? null
        : known.IsKnown || (known.Symbol is not null && !next.IsKnown) ? known : next;

    private static PartialTensor? Elements(NodeContext node, TensorShape shape, int axis, ElementType element)
    {
        // Vectors become shapes: an element that can't be known must not hide the others. Anything of more dims is followed as a whole or not at all.
        PartialTensor?[] parts = [.. Enumerable.Range(0, node.InputCount).Select(node.Value)];
        if (shape.Sizes() is not { } sizes || TensorSize.Elements(sizes) is not long count
            || (shape.Rank == 1 ? Array.TrueForAll(parts, part => part is null) : Array.Exists(parts, part => part is null))
            || node.Budget.Room(count) is not { } items)
            return null;
        long block = count == 0 ? 0 : sizes.Skip(axis).Aggregate(1L, (product, size) => product * size);
        long inner = block == 0 ? 0 : block / sizes[axis];
        long start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } part)
            {
                start += node.Shape(i)!.Dims[0].Size!.Value;
                continue;
            }
            long width = inner * part.Dims[axis];
            if (part.Count != (block == 0 ? 0 : count / block * width))
                return null;
            for (int item = 0; item < part.Count; item++)
                items[item / width * block + start + item % width] = part[item];
            start += width;
        }
        return new PartialTensor(element, sizes, items);
    }
}
