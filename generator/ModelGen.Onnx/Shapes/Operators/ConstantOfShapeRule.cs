namespace ModelGen.Onnx.Operators;

/// <summary>ConstantOfShape: one value, in the shape that the input's elements say.</summary>
internal static class ConstantOfShapeRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        (ElementType element, Scalar value) = Value(node);
        if (node.Shape(0) is { Rank: not 1 } shape)
            throw node.Fail($"needs a vector of sizes in {node.Name(0)}, which is {shape}");
        if (node.Value(0) is not { } sizes)
        {
            node.LoseFor(0);
            node.Set(0, element, node.Shape(0)?.Dims[0].Size is long rank ? AnyOfRank(node, rank) : null);
            return;
        }

        var dims = new Dim[sizes.Count];
        for (int i = 0; i < dims.Length; i++)
        {
            if (sizes[i].Integer < 0)
                throw node.Fail($"makes a tensor with a dim of {sizes[i]}");
            dims[i] = sizes[i].ToDim();
            if (dims[i] == Dim.Unknown)
                node.LoseFor(0);
        }
        if (sizes.Integers() is { } known && TensorSize.Elements(known) is long count && node.Budget.Room(count) is { } items)
        {
            for (int i = 0; i < items.Length; i++)
                items[i] = value;
            node.Set(0, Fact.Of(new PartialTensor(element, known, items)));
            return;
        }
        node.Set(0, element, dims);
    }

    private static (ElementType Element, Scalar Value) Value(NodeContext node)
    {
        if (node.Tensor("value") is not { } tensor)
            return (ElementType.Float, Scalar.Float(0));
        Fact stored = Fact.Stored(tensor, node.Budget);
        if (stored.Shape is { } shape && DimMath.Product(shape.Dims).Size != 1)
            throw node.Fail($"needs one element in its value, which is {shape}");
        return (stored.Element, stored.Value is { Count: 1 } value ? value[0] : Scalar.Unknown);
    }

    private static TensorShape? AnyOfRank(NodeContext node, long rank)
    {
        // Nothing that runs has so many dims; a hostile file can claim any number.
        if (rank is < 0 or > 64)
        {
            node.Lose($"makes a tensor of {rank} dims");
            return null;
        }
        return new TensorShape(new(Enumerable.Repeat(Dim.Unknown, (int)rank)));
    }
}
