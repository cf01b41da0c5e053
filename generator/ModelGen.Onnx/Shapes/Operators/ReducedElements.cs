namespace ModelGen.Onnx.Operators;

/// <summary>Reduces followed elements. Floats are summed and multiplied only where every order of doing it gives the same: the runtime's order is its own.</summary>
internal static class ReducedElements
{
    /// <summary>The sum.</summary>
    public static Scalar Sum(ElementType element, Scalar[] items) => element.IsFloat()
        ? IsExact(element, items, (total, item) => total + Math.Abs(item)) ? Scalar.Float(items.Sum(item => item.Number!.Value)) : Scalar.Unknown
        : items.Aggregate(Scalar.Int(0), ScalarMath.Plus);

    /// <summary>The product.</summary>
    public static Scalar Product(ElementType element, Scalar[] items) => element.IsFloat()
        ? IsExact(element, items, (total, item) => Math.Max(total, 1) * Math.Max(Math.Abs(item), 1))
            ? Scalar.Float(items.Aggregate(1.0, (product, item) => product * item.Number!.Value))
            : Scalar.Unknown
        : items.Aggregate(Scalar.Int(1), ScalarMath.Times);

    /// <summary>The mean; of integers, the sum divided towards zero.</summary>
    public static Scalar Mean(ElementType element, Scalar[] items)
    {
        Scalar sum = Sum(element, items);
        if (items.Length == 0)
            return Scalar.Unknown;
        if (!element.IsFloat())
            return ScalarMath.Over(sum, Scalar.Int(items.Length));
        return sum.To(element).Number is double total ? Scalar.Float(total / items.Length) : Scalar.Unknown;
    }

    /// <summary>The largest; unknown for none.</summary>
    public static Scalar Max(ElementType element, Scalar[] items) => Extreme(element, items, Arithmetic.Function(element, ScalarMath.Max, Math.Max));

    /// <summary>The smallest; unknown for none.</summary>
    public static Scalar Min(ElementType element, Scalar[] items) => Extreme(element, items, Arithmetic.Function(element, ScalarMath.Min, Math.Min));

    /// <summary>Reduces a tensor along the marked axes; null when the result is too large to follow.</summary>
    public static PartialTensor? Compute(NodeContext node, PartialTensor value, bool[] isReduced, TensorShape reduced, Func<ElementType, Scalar[], Scalar> function)
    {
        if (reduced.Sizes() is not { } dims || TensorSize.Elements(dims) is not long count || node.Budget.Room(count) is not { } items)
            return null;
        if (items.Length > 0)
        {
            // Where each element of the input goes: the flat index among the elements that are left.
            int[] targets = Targets(value, isReduced);
            var groups = new Scalar[items.Length][];
            var filled = new int[items.Length];
            int each = value.Count / items.Length;
            for (int i = 0; i < groups.Length; i++)
                groups[i] = new Scalar[each];
            for (int i = 0; i < value.Count; i++)
                groups[targets[i]][filled[targets[i]]++] = value[i];
            for (int i = 0; i < items.Length; i++)
                items[i] = function(value.Element, groups[i]).To(value.Element);
        }
        return new PartialTensor(value.Element, dims, items);
    }

    private static int[] Targets(PartialTensor value, bool[] isReduced)
    {
        var steps = new int[value.Rank];
        int step = 1;
        for (int i = value.Rank - 1; i >= 0; i--)
        {
            if (isReduced[i])
                continue;
            steps[i] = step;
            step *= (int)value.Dims[i];
        }

        var targets = new int[value.Count];
        var position = new long[value.Rank];
        int target = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = target;
            for (int axis = value.Rank - 1; axis >= 0; axis--)
            {
                target += steps[axis];
                if (++position[axis] < value.Dims[axis])
                    break;
                target -= steps[axis] * (int)value.Dims[axis];
                position[axis] = 0;
            }
        }
        return targets;
    }

    private static Scalar Extreme(ElementType element, Scalar[] items, Func<Scalar, Scalar, Scalar> function) =>
        items.Length == 0 ? Scalar.Unknown : items.Aggregate(function);

    // One rounding is the same in any order, and integers that stay within the mantissa are not rounded at all.
    private static bool IsExact(ElementType element, Scalar[] items, Func<double, double, double> bound)
    {
        double total = 0;
        foreach (Scalar item in items)
        {
            if (item.Number is not double value)
                return false;
            if (items.Length > 2 && value != Math.Floor(value))
                return false;
            total = bound(total, value);
        }
        return items.Length <= 2 || total <= Mantissa(element);
    }

    private static double Mantissa(ElementType element) => element switch
    {
        ElementType.Double => 1L << 53,
        ElementType.Float => 1 << 24,
        ElementType.Float16 => 1 << 11,
        _ => 1 << 8,
    };
}
