namespace ModelGen.Onnx.Operators;

/// <summary>Max, Min, Mean and Sum: any number of tensors, combined one after the other. Before version 8 all have the same shape.</summary>
internal static class Variadic
{
    /// <summary>The rule for a function of two elements.</summary>
    /// <param name="integers">The function of integers.</param>
    /// <param name="floats">The function of floats.</param>
    public static ShapeRule Rule(Func<Scalar, Scalar, Scalar> integers, Func<double, double, double> floats) =>
        node => node.Set(0, Fold(node, integers, floats));

    /// <summary>The rule of Mean: the runtime multiplies the sum by the reciprocal of the count, rounded to binary32.</summary>
    public static void Mean(NodeContext node)
    {
        Fact sum = Fold(node, (_, _) => Scalar.Unknown, (a, b) => a + b);
        if (sum is { Element: ElementType.Float, Value: { } value } && node.Budget.Room(value.Count) is { } items)
        {
            double weight = 1f / node.InputCount;
            for (int i = 0; i < items.Length; i++)
                items[i] = value[i].Number is double number ? Scalar.Float(number * weight).To(sum.Element) : Scalar.Unknown;
            node.Set(0, Fact.Of(new PartialTensor(sum.Element, value.Dims, items)));
            return;
        }
        node.Set(0, sum.Element, sum.Shape);
    }

    private static Fact Fold(NodeContext node, Func<Scalar, Scalar, Scalar> integers, Func<double, double, double> floats)
    {
        if (node.InputCount == 0)
            throw node.Fail("has no inputs, and it needs at least one");
        ElementType element = ElementType.Undefined;
        for (int i = 0; i < node.InputCount && element == ElementType.Undefined; i++)
            element = node.Element(i);

        Func<Scalar, Scalar, Scalar> function = Arithmetic.Function(element, integers, floats);
        TensorShape? shape = node.Shape(0);
        PartialTensor? value = node.Value(0);
        for (int i = 1; i < node.InputCount; i++)
        {
            shape = Broadcast.Shapes(node, shape, node.Shape(i));
            value = value is not null && shape is not null && node.Value(i) is { } next
                ? ElementRules.Combine(node, element, shape, value, next, function)
                : null;
        }
        return value is not null ? Fact.Of(value) : Fact.Tensor(element, shape);
    }
}
