namespace ModelGen.Onnx.Operators;

/// <summary>Operators whose output tells the shape of the input: where sizes begin to flow as elements.</summary>
internal static class ShapeQueries
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Shape queries",
    [
        new("Shape", [1, 13, 15, 19, 21, 23, 24, 25], Shape) { FollowsElements = true },
        new("Size", [1, 13, 19, 21, 23, 24, 25], Size) { FollowsElements = true },
    ]);

    private static void Shape(NodeContext node)
    {
        SetSource(node);
        long start = node.Int("start", 0), end = node.Int("end", long.MaxValue);
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, ElementType.Int64, Dim.Unknown);
            return;
        }
        int from = Clamp(start, shape.Rank), to = Math.Max(from, Clamp(end, shape.Rank));
        if (node.Budget.Room(to - from) is not { } items)
        {
            node.Set(0, ElementType.Int64, Dim.Known(to - from));
            return;
        }
        for (int i = 0; i < items.Length; i++)
            items[i] = Scalar.Of(shape.Dims[from + i]);
        node.Set(0, Fact.Of(new PartialTensor(ElementType.Int64, [items.Length], items)));
    }

    private static void Size(NodeContext node)
    {
        SetSource(node);
        Dim size = node.Shape(0) is { } shape ? DimProduct.Of(shape.Dims).ToDim() : Dim.Unknown;
        node.Set(0, Fact.Of(new PartialTensor(ElementType.Int64, [], [Scalar.Of(size)])));
    }

    // Dims that were lost on the way are to be blamed on what lost them.
    private static void SetSource(NodeContext node)
    {
        Fact input = node.Input(0);
        if (input.Shape is { } shape && shape.Dims.All(dim => dim.IsKnown))
            return;
        if (input.Loss is { FromOpenDims: false } loss)
            node.SetSource(loss);
        else
            node.SetSource(new OpenDims(node.Has(0) ? node.Node.Input[0] : ""));
    }

    private static int Clamp(long index, int rank) => (int)Math.Max(0, Math.Min(rank, index < 0 ? index + rank : index));
}
