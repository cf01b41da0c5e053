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
        if (node.ShapeFrom(0, 1) is not { } shape)
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
        if (mode != "constant")
            RequireElements(node, shape, axis, first, last, mode);
        // What is taken away is taken before the rest is repeated: then the elements are not followed.
        bool follows = mode == "constant" || (first >= 0 && last >= 0);
        return new AxisPick(Dim.Known(size + added), axis, position => follows ? Source(position - first, size, mode) : AxisPick.Open);
    }

    private static void RequireElements(NodeContext node, TensorShape shape, int axis, long first, long last, string mode)
    {
        string from = $"pads the dim {axis} of {node.Name(0)}, which is {shape},";
        long size = shape.Dims[axis].Size!.Value, most = Math.Max(first, last);
        long left = size + Math.Min(first, 0) + Math.Min(last, 0);
        // Inputs without any elements go a way of their own in the runtime, on which less is asked.
        bool isEmpty = shape.Dims.Any(dim => dim.Size == 0), isFull = shape.Dims.All(dim => dim.Size > 0);
        if (isEmpty ? mode == "wrap" || (size == 0 && first + last > 0) : isFull && left <= 0 && (first != 0 || last != 0))
            throw node.Fail($"{from} with what is there, but there is nothing");
        if (mode == "reflect" && isFull && most > 0 && most >= left)
            throw node.Fail($"{from} with a reflection of {most}, but there are only {left - 1} to reflect");
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
