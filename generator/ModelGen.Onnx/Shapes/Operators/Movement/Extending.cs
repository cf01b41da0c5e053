namespace ModelGen.Onnx.Operators;

/// <summary>Operators that repeat their input, or put it into a larger or smaller frame.</summary>
internal static class Extending
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Extending",
    [
        new("Expand", [8, 13], Expand) { FollowsElements = true },
        new("Tile", [1, 6, 13], Tile) { FollowsElements = true },
        new("Pad", [1, 2, 11, 13, 18, 19, 21, 23, 24, 25], PadRule.Infer) { FollowsElements = true },
        new("CenterCropPad", [18], CenterCropPad) { FollowsElements = true },
    ]);

    private static void Expand(NodeContext node)
    {
        Scalar[]? target = node.Items(null, 1, out _, scalar: true);
        if (target is null)
            node.LoseFor(1);
        if (target is not null && Array.Exists(target, size => size.Integer < 0))
            throw node.Fail($"is to expand to [{string.Join(", ", target.Take(16))}], but sizes are at least 0");
        if (target is null || Broadcast.Shapes(node, node.Shape(0), new TensorShape(new(target.Select(size => size.ToDim())))) is not { } result)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        if (result.Dims.Skip(result.Rank - target.Length).Where((dim, i) => dim == Dim.Unknown && !target[i].IsKnown).Any())
            node.LoseFor(1);

        TensorShape shape = node.Shape(0)!;
        int added = result.Rank - shape.Rank;
        IndexMap.Set(node, 0, 0, [.. result.Dims.Select((dim, i) => new AxisPick(dim, i < added || shape.Dims[i - added].Size == 1 ? AxisPick.NoAxis : i - added))]);
    }

    private static void Tile(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        Scalar[]? repeats = node.Opset < 6 ? OneAxis(node, shape) : node.Items(null, 1, out _);
        if (repeats is null)
            node.LoseFor(1);
        if (repeats is not null && Array.Exists(repeats, times => times.Integer < 0))
            throw node.Fail($"repeats [{string.Join(", ", repeats.Take(16))}] times, but that must be at least 0");
        if (shape is null)
        {
            node.Set(0, node.Element(0), repeats is null ? null : new TensorShape(new(new Dim[repeats.Length])));
            return;
        }
        if (repeats is not null && repeats.Length != shape.Rank)
            throw node.Fail($"has {repeats.Length} repeats for {node.Name(0)}, which is {shape}: one for each dim is needed");

        var axes = new AxisPick[shape.Rank];
        for (int i = 0; i < axes.Length; i++)
        {
            Dim dim = shape.Dims[i];
            Dim times = repeats is null ? Dim.Unknown : repeats[i].ToDim();
            if (times == Dim.Unknown)
                node.LoseFor(1);
            axes[i] = new AxisPick(dim.Times(times), i, position => dim.Size is > 0 and long size ? position % size : AxisPick.Open);
        }
        IndexMap.Set(node, 0, 0, axes);
    }

    // Version 1 takes how often and along which axis as two inputs of one float each.
    private static Scalar[]? OneAxis(NodeContext node, TensorShape? shape)
    {
        if (shape is null || node.Single(2).Number is not double axis || axis % 1 != 0 || Math.Abs(axis) > shape.Rank)
            return null;
        Scalar[] repeats = [.. Enumerable.Repeat(Scalar.Int(1), shape.Rank)];
        Scalar times = node.Single(1);
        repeats[node.Axis((long)axis, shape.Rank)] = times.Number is double number && number % 1 == 0 && Math.Abs(number) < int.MaxValue ? Scalar.Int((long)number) : Scalar.Unknown;
        return repeats;
    }

    private static void CenterCropPad(NodeContext node)
    {
        Scalar[]? target = node.Items(null, 1, out _);
        if (target is null)
            node.LoseFor(1);
        if (node.ShapeFrom(0, 1) is not { } shape)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        int[] along = node.DistinctAxes(node.Ints("axes") ?? [.. Enumerable.Range(0, shape.Rank).Select(axis => (long)axis)], shape.Rank);
        if (target is not null && target.Length != along.Length)
            throw node.Fail($"has {target.Length} sizes for {along.Length} axes of {node.Name(0)}, which is {shape}");

        AxisPick[] axes = AxisPick.All(shape);
        for (int i = 0; i < along.Length; i++)
        {
            Dim old = shape.Dims[along[i]];
            // The runtime takes a negative size for 0.
            Dim size = target is null ? Dim.Unknown : target[i].Integer < 0 ? Dim.Known(0) : target[i].ToDim();
            if (size == Dim.Unknown)
                node.LoseFor(1);
            long before = size.Size is long now && old.Size is long then ? now > then ? -((now - then) / 2) : (then - now) / 2 : 0;
            axes[along[i]] = new AxisPick(size, along[i], position => position + before is var from && from >= 0 && from < old.Size ? from : AxisPick.Fill);
        }
        IndexMap.Set(node, 0, 0, axes, node.Element(0).IsFloat() ? Scalar.Float(0) : Scalar.Int(0));
    }
}
