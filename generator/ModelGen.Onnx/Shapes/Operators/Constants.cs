namespace ModelGen.Onnx.Operators;

/// <summary>Operators that make tensors from attributes alone.</summary>
internal static class Constants
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Constants",
    [
        new("Constant", [1, 9, 11, 12, 13, 19, 21, 23, 24, 25], Constant) { FollowsElements = true },
    ]);

    private static void Constant(NodeContext node)
    {
        if (node.Tensor("value") is { } tensor)
            node.Set(0, Fact.Stored(tensor, node.Budget).From(tensor));
        else if (node.Attribute("sparse_value")?.SparseTensor is { Values: { } values } sparse)
            // To other nodes it is a dense tensor (Constant-11).
            node.Set(0, (ElementType)values.DataType, [.. sparse.Dims.Select(DimMath.OfSize)]);
        else if (node.Int("value_int") is long integer)
            Scalar(node, ElementType.Int64, Onnx.Scalar.Int(integer));
        else if (node.Float("value_float") is float number)
            Scalar(node, ElementType.Float, Onnx.Scalar.Float(number));
        else if (node.Ints("value_ints") is { } integers)
            Vector(node, ElementType.Int64, integers.Length, i => Onnx.Scalar.Int(integers[i]));
        else if (node.Floats("value_floats") is { } numbers)
            Vector(node, ElementType.Float, numbers.Length, i => Onnx.Scalar.Float(numbers[i]));
        else if (node.Attribute("value_string") is not null)
            node.Set(0, ElementType.String, []);
        else if (node.Attribute("value_strings") is { } strings)
            node.Set(0, ElementType.String, Dim.Known(strings.Strings.Count));
        else
            throw node.Fail("has no value: one of value, sparse_value, value_int, value_float, value_string and their lists is needed");
    }

    private static void Scalar(NodeContext node, ElementType element, Scalar value) => node.Set(0, Fact.Of(new PartialTensor(element, [], [value])));

    private static void Vector(NodeContext node, ElementType element, int length, Func<int, Scalar> item)
    {
        if (node.Budget.Room(length) is not { } items)
        {
            node.Set(0, element, Dim.Known(length));
            return;
        }
        for (int i = 0; i < length; i++)
            items[i] = item(i);
        node.Set(0, Fact.Of(new PartialTensor(element, [length], items)));
    }
}
