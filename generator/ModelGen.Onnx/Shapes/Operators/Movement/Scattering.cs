namespace ModelGen.Onnx.Operators;

/// <summary>Operators that write elements or slices into a copy of their input: the shape stays.</summary>
internal static class Scattering
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Scattering",
    [
        new("Scatter", [9, 11], Scatter) { FollowsElements = true },
        new("ScatterElements", [11, 13, 16, 18], ScatterElements) { FollowsElements = true },
        new("ScatterND", [11, 13, 16, 18], ScatterND) { FollowsElements = true },
        new("TensorScatter", [24], TensorScatter),
    ]);

    private static void Scatter(NodeContext node)
    {
        if (node.Opset >= 11)
            throw node.Fail("is of an operator that opset 11 replaced by ScatterElements");
        ScatterElements(node);
    }

    private static void ScatterElements(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 1), indices = node.Shape(1), updates = node.Shape(2);
        if (indices is not null && updates is not null)
            RequireEqual(node, updates, indices);
        if (shape is not null && indices is not null && shape.Rank != indices.Rank)
            throw node.Fail($"needs as many dims in its indices, which are {indices}, as in {node.Name(0)}, which is {shape}");
        if (shape is null)
        {
            node.Set(0, node.Element(0), indices is null ? null : new TensorShape(new(new Dim[indices.Rank])));
            return;
        }
        int axis = node.Axis(node.Int("axis", 0), shape.Rank);
        for (int i = 0; indices is not null && i < shape.Rank; i++)
            if (i != axis && shape.Dims[i].Size is long size && indices.Dims[i].Size > size)
                throw node.Fail($"has indices of {indices}, which is larger than {node.Name(0)}, which is {shape}, along the dim {i}");

        if (node.Value(1) is { } index && Copy(node, out Scalar[] items) is { } source && Updates(node, index.Count) is { } update)
        {
            Func<Scalar, Scalar, Scalar> reduction = Reduction(node);
            var walk = new ElementWalk(index.Dims, source.Dims);
            for (int i = 0; i < index.Count; i++)
            {
                long at = Gathering.Index(node, index[i], shape.Dims[axis]);
                if (at < 0)
                {
                    node.Set(0, node.Element(0), shape);
                    return;
                }
                int offset = (int)walk.Offset(axis, at);
                items[offset] = reduction(items[offset], update[i]).To(source.Element);
                walk.Next();
            }
            node.Set(0, Fact.Of(new PartialTensor(source.Element, source.Dims, items)));
            return;
        }
        node.Set(0, node.Element(0), shape);
    }

    private static void ScatterND(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 1), indices = node.ShapeFrom(1, 1), updates = node.Shape(2);
        node.Set(0, node.Element(0), shape);
        if (shape is null || indices is null || indices.Dims[indices.Rank - 1].Size is not long depth)
            return;
        if (depth > shape.Rank)
            throw node.Fail($"has indices of {depth} axes into {node.Name(0)}, which is {shape}");
        GatherNDRule.RequireElements(node, shape, indices, 0, (int)depth);
        if (updates is not null)
            RequireEqual(node, updates, new TensorShape(new([.. indices.Dims.Take(indices.Rank - 1), .. shape.Dims.Skip((int)depth)])));

        if (node.Value(1) is not { } index || Copy(node, out Scalar[] items) is not { } source)
            return;
        int[] strides = IndexMap.Strides(source.Dims);
        int slice = depth == 0 ? source.Count : strides[depth - 1];
        long tuples = TensorSize.Elements(index.Dims.Take(index.Rank - 1)) ?? long.MaxValue;
        if (slice == 0 || tuples > PartialTensor.MostElements / slice || Updates(node, tuples * slice) is not { } update)
            return;
        Func<Scalar, Scalar, Scalar> reduction = Reduction(node);
        for (int tuple = 0; tuple < tuples; tuple++)
        {
            long offset = GatherNDRule.Offset(node, index, tuple, (int)depth, source.Dims, strides);
            if (offset < 0)
                return;
            for (int i = 0; i < slice; i++)
                items[offset + i] = reduction(items[offset + i], update[tuple * slice + i]).To(source.Element);
        }
        node.Set(0, Fact.Of(new PartialTensor(source.Element, source.Dims, items)));
    }

    private static void TensorScatter(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2), update = node.Shape(1), starts = node.Shape(2);
        node.Set(0, node.Element(0), shape ?? (update is null ? null : new TensorShape(new(new Dim[update.Rank]))));
        if (shape is null)
            return;
        int axis = node.Axis(node.Int("axis", -2), shape.Rank);
        if (axis == 0)
            throw node.Fail("writes along the axis 0, which is the batch");
        if (update is not null && update.Rank != shape.Rank)
            throw node.Fail($"needs as many dims in its update, which is {update}, as in {node.Name(0)}, which is {shape}");
        for (int i = 0; update is not null && i < shape.Rank; i++)
            if (shape.Dims[i].Size is long size && update.Dims[i].Size is long other && (i == axis ? other > size : other != size))
                throw node.Fail($"can't write {update} into {node.Name(0)}, which is {shape}, along the axis {axis}");
        if (starts is { Rank: 1 } && starts.Dims[0].Size is long count && shape.Dims[0].Size is long batch && count != batch)
            throw node.Fail($"needs a place to write to for each of {batch} samples, but {node.Name(2)} is {starts}");
    }

    private static void RequireEqual(NodeContext node, TensorShape updates, TensorShape expected)
    {
        if (Refine.Contradict(updates, expected))
            throw node.Fail($"needs updates of {expected}, but {node.Name(2)} is {updates}");
    }

    private static PartialTensor? Copy(NodeContext node, out Scalar[] items)
    {
        items = [];
        if (node.Value(0) is not { } source || node.Budget.Room(source.Count) is not { } room)
            return null;
        Array.Copy(source.Items, items = room, room.Length);
        return source;
    }

    // Those that are not followed are unknown one by one, so that the others stay known.
    private static Scalar[]? Updates(NodeContext node, long count) => node.Value(2) is { } value
        ? value.Count == count ? value.Items : null
        : node.Budget.Room(count);

    private static Func<Scalar, Scalar, Scalar> Reduction(NodeContext node) => node.Text("reduction", "none") switch
    {
        "none" => (_, update) => update,
        "add" => (old, update) => Combine(old, update, (a, b) => checked(a + b), (a, b) => a + b),
        "mul" => (old, update) => Combine(old, update, (a, b) => checked(a * b), (a, b) => a * b),
        "max" => (old, update) => Combine(old, update, Math.Max, Math.Max),
        "min" => (old, update) => Combine(old, update, Math.Min, Math.Min),
        _ => (_, _) => Scalar.Unknown,
    };

    // 64-bit arithmetic wraps in the runtime; such sizes are of no use, so what does not fit is not followed.
    private static Scalar Combine(Scalar old, Scalar update, Func<long, long, long> integers, Func<double, double, double> floats)
    {
        if (old.Integer is long a && update.Integer is long b)
            return Math.Abs((double)a) < int.MaxValue && Math.Abs((double)b) < int.MaxValue ? Scalar.Int(integers(a, b)) : Scalar.Unknown;
        return old.Number is double x && update.Number is double y ? Scalar.Float(floats(x, y)) : Scalar.Unknown;
    }
}
