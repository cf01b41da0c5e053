namespace ModelGen.Onnx.Operators;

/// <summary>Where: picks between two tensors element by element. What is not picked need not be known.</summary>
internal static class WhereRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        ElementType element = node.Element(1) is var first && first != ElementType.Undefined ? first : node.Element(2);
        TensorShape? shape = Broadcast.Shapes(node, Broadcast.Shapes(node, node.Shape(0), node.Shape(1)), node.Shape(2));
        if (shape is not null && Pick(node, element, shape) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, element, shape);
    }

    private static PartialTensor? Pick(NodeContext node, ElementType element, TensorShape shape)
    {
        PartialTensor? condition = node.Value(0), left = node.Value(1), right = node.Value(2);
        if ((left ?? right) is null || shape.Sizes() is not { } dims || TensorSize.Elements(dims) is not long count || node.Budget.Room(count) is not { } items)
            return null;

        int[]? conditions = Indices(condition), lefts = Indices(left), rights = Indices(right);
        for (int i = 0; i < items.Length; i++)
        {
            Scalar yes = lefts is null ? Scalar.Unknown : left![lefts[i]];
            Scalar no = rights is null ? Scalar.Unknown : right![rights[i]];
            long? chosen = conditions is null ? null : condition![conditions[i]].Integer;
            items[i] = chosen is null ? yes.Equals(no) ? yes : Scalar.Unknown : chosen != 0 ? yes : no;
        }
        return new PartialTensor(element, dims, items);

        int[]? Indices(PartialTensor? operand) => operand is null ? null : Broadcast.Indices(operand.Dims, dims, items.Length);
    }
}
