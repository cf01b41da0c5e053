namespace ModelGen.Onnx.Operators;

/// <summary>Clip: the bounds are attributes before version 11, inputs since.</summary>
internal static class ClipRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        ElementType element = node.Element(0);
        Scalar? least = Bound(node, "min", 1), most = Bound(node, "max", 2);
        // With bounds in the wrong order the upper one counts, as it is applied last.
        ElementRules.Unary(node, element, element.IsFloat()
            ? item => Floats(item, least, most)
            : item => Integers(Integers(item, least, ScalarMath.Max), most, ScalarMath.Min));
    }

    private static Scalar? Bound(NodeContext node, string attribute, int input) =>
        node.Opset >= 11 ? node.Has(input) ? node.Single(input) : null
        : node.Float(attribute) is float bound ? Scalar.Float(bound)
        : null;

    private static Scalar Integers(Scalar item, Scalar? bound, Func<Scalar, Scalar, Scalar> pick) => bound is { } value ? pick(item, value) : item;

    private static Scalar Floats(Scalar item, Scalar? least, Scalar? most)
    {
        if (item.Number is not double value)
            return Scalar.Unknown;
        if (least is { } lower)
        {
            if (lower.Number is not double bound)
                return Scalar.Unknown;
            value = value < bound ? bound : value;
        }
        if (most is { } upper)
        {
            if (upper.Number is not double bound)
                return Scalar.Unknown;
            value = value > bound ? bound : value;
        }
        return Scalar.Float(value);
    }
}
