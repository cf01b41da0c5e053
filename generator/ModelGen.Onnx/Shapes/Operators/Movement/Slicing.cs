namespace ModelGen.Onnx.Operators;

/// <summary>Slice in all its versions.</summary>
internal static class Slicing
{
    // Exporters say "to the end" with the largest 32-bit or 64-bit integer; no dim is as long as either.
    private const long End = int.MaxValue;

    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Slicing",
    [
        new("Slice", [1, 10, 11, 13], Slice) { FollowsElements = true },
    ]);

    private static void Slice(NodeContext node)
    {
        Scalar[]? starts = node.Items("starts", 1, out bool noStarts), ends = node.Items("ends", 2, out bool noEnds);
        Scalar[]? axes = node.Items("axes", 3, out bool noAxes), steps = node.Items(null, 4, out bool noSteps);
        if (noStarts || noEnds)
            throw node.Fail("needs both starts and ends");
        int? count = (starts ?? ends ?? axes ?? steps)?.Length;
        foreach (Scalar[]? items in new[] { starts, ends, axes, steps })
            if (items is not null && items.Length != count)
                throw node.Fail($"needs as many starts, ends, axes and steps of each, but has {count} of one and {items.Length} of another");
        if (steps is not null && Array.Exists(steps, step => step.Integer == 0))
            throw node.Fail("has a step of 0, and would never come to the end");

        if (node.ShapeFrom(0, 1) is not { } shape)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        long[]? along = noAxes ? count is int number ? [.. Enumerable.Range(0, number).Select(axis => (long)axis)] : null : axes?.Integers();
        if (along is null)
        {
            node.LoseFor(noAxes ? 1 : 3);
            node.Set(0, node.Element(0), new TensorShape(new(shape.Dims.Select(dim => dim.Size == 0 ? dim : Dim.Unknown))));
            return;
        }
        AxisPick[] picks = AxisPick.All(shape);
        int[] distinct = node.DistinctAxes(along, shape.Rank);
        for (int i = 0; i < distinct.Length; i++)
        {
            Scalar step = noSteps ? Scalar.Int(1) : Item(steps, i);
            picks[distinct[i]] = Cut(shape.Dims[distinct[i]], distinct[i], Item(starts, i), Item(ends, i), step);
            if (picks[distinct[i]].Size == Dim.Unknown)
                Blame(node, Item(starts, i), Item(ends, i), step);
        }
        IndexMap.Set(node, 0, 0, picks);
    }

    private static Scalar Item(Scalar[]? items, int index) => items is null ? Scalar.Unknown : items[index];

    private static void Blame(NodeContext node, Scalar start, Scalar end, Scalar step)
    {
        int input = !start.IsKnown ? 1 : !end.IsKnown ? 2 : !step.IsKnown ? 4 : -1;
        if (input >= 0)
            node.LoseFor(input);
    }

    private static AxisPick Cut(Dim dim, int axis, Scalar start, Scalar end, Scalar step)
    {
        if (dim.Size == 0 || step.Integer is not long by)
            return new AxisPick(dim.Size == 0 ? dim : Dim.Unknown, axis);
        if (dim.Size is not long size || start.Integer is not long first || end.Integer is not long last)
            return OfUnknown(dim, axis, start, end, by);

        // A magnitude that long.MinValue has as well; both cut everything but the first.
        by = Math.Max(by, -long.MaxValue);
        first = Clamp(first, size, 0, by > 0 ? size : size - 1);
        // To the runtime the largest end means "to the end" in either direction.
        last = Clamp(by < 0 && IsLargest(last) ? long.MinValue : last, size, by > 0 ? 0 : -1, by > 0 ? size : size - 1);
        long span = by > 0 ? last - first : first - last;
        long count = span <= 0 ? 0 : (span - 1) / Math.Abs(by) + 1;
        return new AxisPick(Dim.Known(count), axis, position => first + position * by);
    }

    private static AxisPick OfUnknown(Dim dim, int axis, Scalar start, Scalar end, long step)
    {
        long? first = start.Integer, last = end.Integer;
        bool toEnd = last >= End || (end.Symbol is not null && end.Symbol == dim.Symbol);
        if ((step == 1 && (first == 0 || first <= -End) && toEnd) || (step == -1 && (first == -1 || first >= End) && (last <= -End || IsLargest(last))))
            return new AxisPick(dim, axis);
        // Both counted from the same side, and the end not behind the start: nothing, however long the dim is.
        bool isEmpty = step > 0 && first < 0 == last < 0 && last <= first;
        return new AxisPick(isEmpty ? Dim.Known(0) : Dim.Unknown, axis);
    }

    private static bool IsLargest(long? end) => end is int.MaxValue or long.MaxValue;

    private static long Clamp(long index, long size, long least, long most) => Math.Max(least, Math.Min(most, index < 0 ? index + size : index));
}
