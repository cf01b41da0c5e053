namespace ModelGen.Onnx.Operators;

/// <summary>ArgMax and ArgMin: where along an axis the extreme is.</summary>
internal static class ArgRule
{
    /// <summary>The rule for a comparison that tells whether an element is better than the best so far.</summary>
    public static ShapeRule Infer(Func<double, double, bool> isBetter) => node =>
    {
        bool keeps = node.Int("keepdims", 1) != 0;
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, ElementType.Int64, (TensorShape?)null);
            return;
        }
        if (shape.Rank == 0)
        {
            node.Set(0, ElementType.Int64, shape);
            return;
        }
        int axis = node.Axis(node.Int("axis", 0), shape.Rank);
        if (shape.Dims[axis].Size == 0 && shape.Dims.Where((_, i) => i != axis).All(dim => dim.Size > 0))
            throw node.Fail($"looks for the best of no elements: the dim {axis} of {node.Name(0)}, which is {shape}");
        var isReduced = new bool[shape.Rank];
        isReduced[axis] = true;
        TensorShape reduced = AxisMath.Reduced(shape, isReduced, keeps);
        if (node.Value(0) is { } value && Positions(node, value, axis, reduced, isBetter) is { } positions)
            node.Set(0, Fact.Of(positions));
        else
            node.Set(0, ElementType.Int64, reduced);
    };

    private static PartialTensor? Positions(NodeContext node, PartialTensor value, int axis, TensorShape reduced, Func<double, double, bool> isBetter)
    {
        (int outer, int length, int inner) = AxisMath.Around(value, axis);
        if (length == 0 || reduced.Sizes() is not { } dims || node.Budget.Room((long)outer * inner) is not { } items)
            return null;
        bool last = node.Int("select_last_index", 0) != 0;
        for (int i = 0; i < items.Length; i++)
            items[i] = Best(value, (i / inner * length * inner) + (i % inner), length, inner, last, isBetter);
        return new PartialTensor(ElementType.Int64, dims, items);
    }

    private static Scalar Best(PartialTensor value, int start, int length, int step, bool last, Func<double, double, bool> isBetter)
    {
        if (length == 1)
            return Scalar.Int(0);
        double best = 0;
        int index = -1;
        for (int k = 0; k < length; k++)
        {
            if (value[start + k * step].Number is not double item || double.IsNaN(item))
                return Scalar.Unknown;
            if (index < 0 || isBetter(item, best) || (last && item == best))
                (best, index) = (item, k);
        }
        return Scalar.Int(index);
    }
}
