namespace ModelGen.Onnx.Operators;

/// <summary>Operators that pick elements by what they are, so that sizes may depend on data.</summary>
internal static class Selecting
{
    private const string NonZeros = "the number of elements that are not zero";
    private const string Chosen = "the number of true conditions";
    private const string Distinct = "the number of different elements";

    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Selecting",
    [
        new("NonZero", [9, 13], NonZero) { FollowsElements = true, DataDependent = NonZeros },
        new("Compress", [9, 11, 28], Compress) { FollowsElements = true, DataDependent = Chosen },
        new("Unique", [11, 28], UniqueRule.Infer) { FollowsElements = true, DataDependent = Distinct },
        new("TopK", [1, 10, 11, 24], TopK),
        new("OneHot", [9, 11, 28], OneHotRule.Infer) { FollowsElements = true },
    ]);

    // Of a scalar the runtime gives one row, where the specification has none.
    private static void NonZero(NodeContext node)
    {
        if (node.Value(0) is { } value && value.IsKnown)
        {
            int[] found = [.. Enumerable.Range(0, value.Count).Where(i => value[i].Number != 0)];
            long rows = Math.Max(1, value.Rank);
            if (checked(rows * found.Length) is var count && node.Budget.Room(count) is { } items)
            {
                int[] strides = value.Rank == 0 ? [1] : IndexMap.Strides(value.Dims);
                long[] dims = value.Rank == 0 ? [1] : value.Dims;
                for (int i = 0; i < items.Length; i++)
                    items[i] = Scalar.Int(found[i % found.Length] / strides[i / found.Length] % dims[i / found.Length]);
                node.Set(0, Fact.Of(new PartialTensor(ElementType.Int64, [rows, found.Length], items)));
                return;
            }
            node.Set(0, ElementType.Int64, Dim.Known(rows), Dim.Known(found.Length));
            return;
        }
        TensorShape? shape = node.Shape(0);
        node.Lose($"gives as many indices as {NonZeros}, which is only known when it runs");
        bool isEmpty = shape is not null && shape.Dims.Any(dim => dim.Size == 0);
        node.Set(0, ElementType.Int64, shape is null ? Dim.Unknown : Dim.Known(Math.Max(1, shape.Rank)), isEmpty ? Dim.Known(0) : Dim.Unknown);
    }

    private static void Compress(NodeContext node)
    {
        long? axis = node.Int("axis");
        TensorShape? shape = node.ShapeFrom(0, node.Opset < 11 && axis is null ? 0 : 1);
        if (shape is null)
        {
            node.Set(0, node.Element(0), axis is null ? new TensorShape(new([Dim.Unknown])) : null);
            return;
        }
        // Without an axis it is as if there were but one.
        int along = axis is long given ? node.Axis(given, shape.Rank) : -1;
        Dim length = along < 0 ? DimProduct.Of(shape.Dims).ToDim() : shape.Dims[along];
        long[]? chosen = Chosens(node, length);
        if (chosen is null && length.Size != 0)
            node.Lose($"gives as many slices as {Chosen}, which is only known when it runs");
        Dim size = chosen is not null ? Dim.Known(chosen.Length) : length.Size == 0 ? length : Dim.Unknown;

        if (along >= 0)
        {
            AxisPick[] picks = AxisPick.All(shape);
            picks[along] = new AxisPick(size, along, position => chosen is null ? AxisPick.Open : chosen[position]);
            IndexMap.Set(node, 0, 0, picks);
        }
        else if (chosen is not null && node.Value(0) is { } value && node.Budget.Room(chosen.Length) is { } items)
        {
            for (int i = 0; i < items.Length; i++)
                items[i] = value[(int)chosen[i]];
            node.Set(0, Fact.Of(new PartialTensor(value.Element, [items.Length], items)));
        }
        else
        {
            node.Set(0, node.Element(0), size);
        }
    }

    // What lies beyond the shorter of condition and input is left out.
    private static long[]? Chosens(NodeContext node, Dim length)
    {
        if (node.Value(1) is not { IsKnown: true } condition)
            return null;
        long[] chosen = [.. Enumerable.Range(0, condition.Count).Where(i => condition[i].Integer is not (null or 0)).Select(i => (long)i)];
        return length.Size is long size ? [.. chosen.Where(i => i < size)] : chosen.Length == 0 ? chosen : null;
    }

    private static void TopK(NodeContext node)
    {
        Scalar count;
        if (node.Opset < 10)
        {
            count = node.Int("k") is >= 1 and long k ? Scalar.Int(k) : throw node.Fail("has no k of at least 1, the number of elements to find");
        }
        else
        {
            if (node.Shape(1, 1) is { } shapeOfK && shapeOfK.Dims[0].Size is long items && items != 1)
                throw node.Fail($"needs one element in {node.Name(1)}, which is {shapeOfK}");
            count = node.Single(1);
        }
        if (count.Integer < 0)
            throw node.Fail($"is to find {count} elements, but that must be at least 0");
        Dim found = count.ToDim();
        if (found == Dim.Unknown)
            node.LoseFor(1);

        TensorShape? shape = node.Shape(0);
        if (shape is not null)
        {
            int axis = node.Axis(node.Int("axis", -1), shape.Rank);
            if (shape.Dims[axis].Size is long size && count.Integer > size)
                throw node.Fail($"is to find {count} elements along the dim {axis} of {node.Name(0)}, which is {shape}");
            shape = new TensorShape(new(shape.Dims.Select((dim, i) => i == axis ? found : dim)));
        }
        node.Set(0, node.Element(0), shape);
        node.Set(1, ElementType.Int64, shape);
    }
}
