namespace ModelGen.Onnx.Operators;

/// <summary>CumSum and CumProd: each element combined with those before it, rounded at each step.</summary>
internal static class Cumulative
{
    /// <summary>The rule for a function of two elements.</summary>
    /// <param name="integers">The function of integers.</param>
    /// <param name="floats">The function of floats.</param>
    /// <param name="neutral">What it begins with.</param>
    public static ShapeRule Infer(Func<Scalar, Scalar, Scalar> integers, Func<double, double, double> floats, int neutral) => node =>
    {
        ElementType element = node.Element(0);
        if (node.Shape(0) is { } shape && node.Single(1).Integer is long given)
        {
            int axis = node.Axis(given, shape.Rank);
            if (node.Value(0) is { } value && node.Budget.Room(value.Count) is { } items)
            {
                Fill(items, node, value, axis, Arithmetic.Function(element, integers, floats), element.IsFloat() ? Scalar.Float(neutral) : Scalar.Int(neutral));
                node.Set(0, Fact.Of(new PartialTensor(element, value.Dims, items)));
                return;
            }
        }
        Elementwise.Same(node);
    };

    private static void Fill(Scalar[] items, NodeContext node, PartialTensor value, int axis, Func<Scalar, Scalar, Scalar> function, Scalar neutral)
    {
        bool isExclusive = node.Int("exclusive", 0) != 0, isReverse = node.Int("reverse", 0) != 0;
        (int outer, int length, int inner) = AxisMath.Around(value, axis);
        for (int line = 0; line < outer * inner; line++)
        {
            int start = (line / inner * length * inner) + (line % inner);
            Scalar state = neutral;
            for (int k = 0; k < length; k++)
            {
                int index = start + (isReverse ? length - 1 - k : k) * inner;
                Scalar next = function(state, value[index]).To(value.Element);
                items[index] = isExclusive ? state : next;
                state = next;
            }
        }
    }
}
