namespace ModelGen.Onnx.Operators;

/// <summary>Pad: adds to both ends of axes, or takes away where a pad is negative.</summary>
internal static class PadRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        Scalar[]? pads = node.Items(node.Opset < 2 ? "paddings" : "pads", 1, out bool isAbsent);
        if (isAbsent)
            throw node.Fail("has no pads");
        Scalar[]? axes = node.Items(null, 3, out bool allAxes);
        string mode = node.Text("mode", "constant");
        if (mode is not ("constant" or "reflect" or "edge" or "wrap"))
            throw node.Fail($"has the mode {Printable.Quote(mode)}, which must be constant, reflect, edge or wrap");
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }

        int? count = allAxes ? shape.Rank : axes?.Length;
        if (pads is not null && count is int number && pads.Length != 2L * number)
            throw node.Fail($"has {pads.Length} pads for {number} axes of {node.Name(0)}, which is {shape}: two for each are needed");
        if (pads is null)
            node.LoseFor(1);
        int[]? along = allAxes ? [.. Enumerable.Range(0, shape.Rank)] : axes?.Integers() is { } given ? node.DistinctAxes(given, shape.Rank) : null;
        if (along is null)
        {
            node.LoseFor(3);
            node.Set(0, node.Element(0), new TensorShape(new(new Dim[shape.Rank])));
            return;
        }

        AxisPick[] picks = AxisPick.All(shape);
        for (int i = 0; i < along.Length; i++)
        {
            Scalar before = pads is null ? Scalar.Unknown : pads[i], after = pads is null ? Scalar.Unknown : pads[along.Length + i];
            picks[along[i]] = Padded(node, shape, along[i], before, after, mode);
            if (!before.IsKnown || !after.IsKnown)
                node.LoseFor(1);
        }
        IndexMap.Set(node, 0, 0, picks, FillValue(node));
    }

    private static AxisPick Padded(NodeContext node, TensorShape shape, int axis, Scalar before, Scalar after, string mode)
    {
        Dim dim = shape.Dims[axis];
        if (before.Integer is not long first || after.Integer is not long last)
            return new AxisPick(Dim.Unknown, axis);
        long added = checked(first + last);
        if (dim.Size is not long size)
            return new AxisPick(first == 0 ? dim.Plus(last) : dim.Plus(first).Plus(last), axis);
        if (checked(size + added) < 0)
            throw node.Fail($"takes {-added} from the dim {axis} of {node.Name(0)}, which is {shape}");
        if (mode == "reflect" && (first >= size || last >= size) && Math.Max(first, last) > 0)
            throw node.Fail($"pads the dim {axis} of {node.Name(0)}, which is {shape}, with a reflection of {Math.Max(first, last)}, but there are only {Math.Max(0, size - 1)} to reflect");
        if (mode is "edge" or "wrap" && size == 0 && Math.Max(first, last) > 0)
            throw node.Fail($"pads the dim {axis} of {node.Name(0)}, which is {shape}, with what is there, but there is nothing");
        // What is taken away is taken before the rest is repeated: then the elements are not followed.
        bool follows = mode == "constant" || (first >= 0 && last >= 0);
        return new AxisPick(Dim.Known(size + added), axis, position => follows ? Source(position - first, size, mode) : AxisPick.Open);
    }

    private static long Source(long position, long size, string mode) => position >= 0 && position < size ? position : mode switch
    {
        "edge" => position < 0 ? 0 : size - 1,
        "wrap" => (position % size + size) % size,
        "reflect" => position < 0 ? -position : 2 * (size - 1) - position,
        _ => AxisPick.Fill,
    };

    private static Scalar FillValue(NodeContext node)
    {
        bool isFloat = node.Element(0).IsFloat();
        if (node.Opset >= 11 && node.Has(2))
            return node.Single(2);
        return isFloat ? Scalar.Float(node.Opset < 11 ? node.Float("value") ?? 0 : 0) : Scalar.Int(0);
    }
}
