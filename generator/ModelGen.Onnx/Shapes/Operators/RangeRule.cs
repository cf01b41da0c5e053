namespace ModelGen.Onnx.Operators;

/// <summary>Range: numbers from a start to a limit.</summary>
internal static class RangeRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node) => Infer(node, node.Single(2));

    /// <summary>The rule with a step that need not be an input.</summary>
    public static void Infer(NodeContext node, Scalar delta)
    {
        ElementType element = ElementRules.Shared(node) is var shared && shared != ElementType.Undefined ? shared : node.Element(2);
        Scalar start = node.Single(0), limit = node.Single(1);
        if (delta.Number == 0)
            throw node.Fail("goes in steps of 0");

        if (start.Number is double first && limit.Number is double last && delta.Number is double step)
        {
            Dim count = Count(element, first, last, step);
            if (count.Size is long size && node.Budget.Room(size) is { } items)
            {
                Fill(items, element, start, delta);
                node.Set(0, Fact.Of(new PartialTensor(element, [size], items)));
                return;
            }
            if (!count.IsKnown)
                node.Lose($"counts from {start} to {limit} in steps of {delta}, which is too far to be followed");
            node.Set(0, element, count);
            return;
        }

        // Counting from 0 in steps of 1, as positions do, gives as many as the limit says.
        Dim named = start.Symbol is not null && start.Symbol == limit.Symbol ? Dim.Known(0)
            : start.Integer == 0 && delta.Integer == 1 ? limit.ToDim()
            : Dim.Unknown;
        if (named == Dim.Unknown)
            node.LoseFor(FirstWithout(item => item.IsKnown || item.Symbol is not null) ?? FirstWithout(item => item.IsKnown) ?? 0);
        node.Set(0, element, named);

        // The limit first: it is the usual one.
        int? FirstWithout(Func<Scalar, bool> isKnown) => !isKnown(limit) ? 1 : !isKnown(start) ? 0 : !isKnown(delta) ? 2 : null;
    }

    // As the runtime computes it: the difference in the element type, the quotient in binary64.
    private static Dim Count(ElementType element, double first, double last, double step)
    {
        Scalar whole = Scalar.Float(last - first);
        double difference = (element.IsFloat() ? whole.To(element) : whole).Number!.Value;
        double count = Math.Ceiling(difference / step);
        return count <= 0 ? Dim.Known(0) : count < long.MaxValue ? Dim.Known((long)count) : Dim.Unknown;
    }

    // The runtime adds the step again and again, in the element type.
    private static void Fill(Scalar[] items, ElementType element, Scalar start, Scalar delta)
    {
        Func<Scalar, Scalar, Scalar> add = Arithmetic.Function(element, ScalarMath.Plus, (a, b) => a + b);
        Scalar item = start.To(element);
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = item;
            item = add(item, delta).To(element);
        }
    }
}
