namespace ModelGen.Onnx.Operators;

/// <summary>Operators on single elements: the output is as the input, or as the inputs broadcast together.</summary>
internal static class Elementwise
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Elementwise",
    [
        new("Relu", [1, 6, 13, 14], Same),
        new("Sqrt", [1, 6, 13], Math1(Math.Sqrt)) { FollowsElements = true },
        new("Add", [1, 6, 7, 13, 14], Arithmetic((a, b) => checked(a + b), (a, b) => a + b)) { FollowsElements = true },
    ]);

    /// <summary>The output is as the first input.</summary>
    public static void Same(NodeContext node) => node.Set(0, node.Element(0), node.Shape(0));

    private static ShapeRule Math1(Func<double, double> function) => node =>
        ElementRules.Unary(node, node.Element(0), item => item.Number is double value ? Scalar.Float(function(value)) : Scalar.Unknown);

    private static ShapeRule Arithmetic(Func<long, long, long> integers, Func<double, double, double> floats) => node =>
    {
        ElementType element = node.Element(0);
        ElementRules.Binary(node, element, element.IsFloat()
            ? (a, b) => a.Number is double x && b.Number is double y ? Scalar.Float(floats(x, y)) : Scalar.Unknown
            : (a, b) => a.Integer is long x && b.Integer is long y ? Scalar.Int(integers(x, y)) : Scalar.Unknown);
    };
}
