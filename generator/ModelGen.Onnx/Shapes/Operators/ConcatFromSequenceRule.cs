namespace ModelGen.Onnx.Operators;

/// <summary>ConcatFromSequence: the items of a sequence one behind the other along an axis, or stacked along a new one.</summary>
internal static class ConcatFromSequenceRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        long axis = node.Int("axis") ?? throw node.Fail("has no axis: the attribute is needed");
        bool stacks = node.Int("new_axis", 0) != 0;
        Fact sequence = node.Input(0);
        if (sequence.Items is { } items)
            Known(node, items, axis, stacks);
        else
            Any(node, Sequences.ItemType(sequence), axis, stacks);
    }

    private static void Known(NodeContext node, IReadOnlyList<Fact> items, long given, bool stacks)
    {
        if (items.Count == 0)
            throw node.Fail("joins the items of an empty sequence");
        ElementType element = items.Select(item => item.Element).FirstOrDefault(type => type != ElementType.Undefined);
        if (items.FirstOrDefault(item => item.Shape is not null)?.Shape is not { } first)
        {
            node.Set(0, element, (TensorShape?)null);
            return;
        }

        int axis = node.Axis(given, first.Rank + (stacks ? 1 : 0));
        // The runtime does not compare dims of items without elements.
        Dim[] dims = [.. (items.FirstOrDefault(item => item.Shape is { } shape && !IsEmpty(shape))?.Shape ?? first).Dims];
        Dim along = Dim.Known(0);
        foreach (Fact item in items)
        {
            if (item.Shape is not { } shape)
            {
                along = Dim.Unknown;
                continue;
            }
            if (shape.Rank != first.Rank)
                throw node.Fail($"joins items of different ranks: {first} and {shape}");
            for (int i = 0; i < dims.Length; i++)
                if ((stacks || i != axis) && !IsEmpty(shape))
                    dims[i] = Agree(node, dims[i], shape.Dims[i], first, shape);
            along = stacks ? along : along.Plus(shape.Dims[axis]);
        }

        if (stacks)
            dims = [.. dims.Take(axis), Dim.Known(items.Count), .. dims.Skip(axis)];
        else
            dims[axis] = along;
        var result = new TensorShape(new(dims));
        if (Elements(node, items, axis, stacks, result) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, element, result);
    }

    private static void Any(NodeContext node, ValueType item, long given, bool stacks)
    {
        node.Lose("joins the items of a sequence, and how many there are is only known when it runs");
        if (item is not TensorType { Shape: { } shape } tensor)
        {
            node.Set(0, item is TensorType { Element: var element } ? element : ElementType.Undefined, (TensorShape?)null);
            return;
        }
        int axis = node.Axis(given, shape.Rank + (stacks ? 1 : 0));
        node.Set(0, tensor.Element, [.. shape.Dims.Take(axis), Dim.Unknown, .. shape.Dims.Skip(stacks ? axis : axis + 1)]);
    }

    private static bool IsEmpty(TensorShape shape) => shape.Dims.Any(dim => dim.Size == 0);

    private static Dim Agree(NodeContext node, Dim known, Dim next, TensorShape first, TensorShape shape)
    {
        if (known.Size is long a && next.Size is long b && a != b)
            throw node.Fail($"joins items whose dims differ: {first} and {shape}");
        return known.IsKnown || (known.Symbol is not null && !next.IsKnown) ? known : next;
    }

    private static PartialTensor? Elements(NodeContext node, IReadOnlyList<Fact> items, int axis, bool stacks, TensorShape result)
    {
        if (items.Any(item => item.Value is null) || result.Sizes() is not { } dims || TensorSize.Elements(dims) is not long count
            || items.Sum(item => (long)item.Value!.Count) != count || node.Budget.Room(count) is not { } joined)
            return null;
        // Items are runs of memory that take turns: each as long as its dims from the axis on.
        (Scalar[] Items, int Run)[] parts = [.. items.Where(item => item.Value!.Count > 0).Select(item => (item.Value!.Items, Run(item.Value!, axis)))];
        int target = 0;
        for (int turn = 0; target < joined.Length; turn++)
        {
            foreach ((Scalar[] part, int run) in parts)
            {
                Array.Copy(part, turn * run, joined, target, run);
                target += run;
            }
        }
        return new PartialTensor(items[0].Element, dims, joined);
    }

    private static int Run(PartialTensor value, int axis)
    {
        int run = 1;
        for (int i = axis; i < value.Rank; i++)
            run *= (int)value.Dims[i];
        return run;
    }
}
