namespace ModelGen.Onnx.Operators;

/// <summary>Operators on single elements of one tensor: the output's shape is the input's.</summary>
internal static class Elementwise
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Elementwise",
    [
        new("Abs", [1, 6, 13], Signed(Magnitude, Math.Abs)) { FollowsElements = true },
        new("Acos", [7, 22], Same),
        new("Acosh", [9, 22], Same),
        new("Asin", [7, 22], Same),
        new("Asinh", [9, 22], Same),
        new("Atan", [7, 22], Same),
        new("Atanh", [9, 22], Same),
        new("BitwiseNot", [18], BitwiseNot) { FollowsElements = true },
        new("Ceil", [1, 6, 13], Float(value => Math.Ceiling(value))) { FollowsElements = true },
        new("Celu", [12, 28], Same),
        new("Clip", [1, 6, 11, 12, 13], ClipRule.Infer) { FollowsElements = true },
        new("Cos", [7, 22], Same),
        new("Cosh", [9, 22], Same),
        new("Dropout", [1, 6, 7, 10, 12, 13, 22], Dropout) { FollowsElements = true },
        new("Elu", [1, 6, 22], Same),
        new("Erf", [9, 13], Same),
        new("Exp", [1, 6, 13], Float(value => value == 0 ? 1 : null)) { FollowsElements = true },
        new("Floor", [1, 6, 13], Float(value => Math.Floor(value))) { FollowsElements = true },
        new("Gelu", [20], Same),
        new("HardSigmoid", [1, 6, 22], Same),
        new("HardSwish", [14, 22], Same),
        new("Hardmax", [1, 11, 13], AlongAxis),
        new("Identity", [1, 13, 14, 16, 19, 21, 23, 24, 25], Identity) { FollowsElements = true },
        new("IsInf", [10, 20], IsInf) { FollowsElements = true },
        new("IsNaN", [9, 13, 20], Test(double.IsNaN)) { FollowsElements = true },
        new("LeakyRelu", [1, 6, 16], Same),
        new("Log", [1, 6, 13], Log) { FollowsElements = true },
        new("LogSoftmax", [1, 11, 13], AlongAxis),
        new("Mish", [18, 22], Same),
        new("Neg", [1, 6, 13], Signed(item => ScalarMath.Minus(Scalar.Int(0), item), value => -value)) { FollowsElements = true },
        new("Not", [1], Not) { FollowsElements = true },
        new("Reciprocal", [1, 6, 13], Float(value => 1 / value)) { FollowsElements = true },
        new("Relu", [1, 6, 13, 14], Signed(item => ScalarMath.Max(item, Scalar.Int(0)), value => value > 0 || double.IsNaN(value) ? value : 0)) { FollowsElements = true },
        new("Round", [11, 22], Float(value => Math.Round(value, MidpointRounding.ToEven))) { FollowsElements = true },
        new("Selu", [1, 6, 22], Same),
        new("Shrink", [9], Same),
        new("Sigmoid", [1, 6, 13], Same),
        new("Sign", [9, 13], Signed(item => item.Integer is long value ? Scalar.Int(Math.Sign(value)) : Scalar.Unknown, Sign)) { FollowsElements = true },
        new("Sin", [7, 22], Same),
        new("Sinh", [9, 22], Same),
        new("Softmax", [1, 11, 13], AlongAxis),
        new("Softplus", [1, 22], Same),
        new("Softsign", [1, 22], Same),
        new("Sqrt", [1, 6, 13], Float(value => Math.Sqrt(value))) { FollowsElements = true },
        new("Swish", [24], Same),
        new("Tan", [7, 22], Same),
        new("Tanh", [1, 6, 13], Same),
        new("ThresholdedRelu", [10, 22], Same),
    ]);

    /// <summary>The output is as the first input.</summary>
    public static void Same(NodeContext node) => node.Set(0, node.Element(0), node.Shape(0));

    /// <summary>The output is the first input, whatever that is and whatever it holds.</summary>
    public static void Identity(NodeContext node) => node.Set(0, node.Input(0));

    // Null where the runtime's result is not known to the last bit: its Exp is an approximation that is off by one unit for an element in eight.
    private static ShapeRule Float(Func<double, double?> function) => node =>
        ElementRules.Unary(node, node.Element(0), item => item.Number is double value && function(value) is double result ? Scalar.Float(result) : Scalar.Unknown);

    private static ShapeRule Signed(Func<Scalar, Scalar> integers, Func<double, double> floats) => node =>
    {
        ElementType element = node.Element(0);
        ElementRules.Unary(node, element, element.IsFloat() ? item => item.Number is double value ? Scalar.Float(floats(value)) : Scalar.Unknown : integers);
    };

    private static ShapeRule Test(Func<double, bool> test) => node =>
        ElementRules.Unary(node, ElementType.Bool, item => item.Number is double value ? Scalar.Bool(test(value)) : Scalar.Unknown);

    private static void IsInf(NodeContext node)
    {
        bool negative = node.Int("detect_negative", 1) != 0, positive = node.Int("detect_positive", 1) != 0;
        Test(value => (positive && double.IsPositiveInfinity(value)) || (negative && double.IsNegativeInfinity(value)))(node);
    }

    private static void Not(NodeContext node) =>
        ElementRules.Unary(node, ElementType.Bool, item => item.Integer is long value ? Scalar.Bool(value == 0) : Scalar.Unknown);

    private static void BitwiseNot(NodeContext node)
    {
        ElementType element = node.Element(0);
        long mask = IntegerBits.Mask(element);
        ElementRules.Unary(node, element, item => item.Integer is long value ? Scalar.Int(~value & mask) : Scalar.Unknown);
    }

    // The runtime uses the C library's correctly rounded function for what is left of a tensor after full vectors, which have at least 4 elements,
    // and an approximation for those.
    private static void Log(NodeContext node)
    {
        if (node.Value(0) is { Count: < 4 })
            Float(value => Math.Log(value))(node);
        else
            Same(node);
    }

    // Softmax and its like work along an axis, which must exist; of a tensor without elements the runtime does not ask for it.
    private static void AlongAxis(NodeContext node)
    {
        if (node.Shape(0) is { } shape && !shape.Dims.Contains(Dim.Known(0)))
            node.Axis(node.Int("axis", node.Opset < 13 ? 1 : -1), shape.Rank);
        Same(node);
    }

    // In training it drops elements at random; else it does nothing. Versions 7 and 10 have no training mode, in 1 and 6 it is the default.
    private static void Dropout(NodeContext node)
    {
        bool trains = node.Opset < 7 ? node.Int("is_test", 0) == 0 : node.Has(2) && node.Single(2).Integer != 0;
        if (trains)
            Same(node);
        else
            Identity(node);
        node.Set(1, node.Opset < 10 ? node.Element(0) : ElementType.Bool, node.Shape(0));
    }

    private static Scalar Magnitude(Scalar item) =>
        item.Integer is long value ? value == long.MinValue ? Scalar.Unknown : Scalar.Int(Math.Abs(value)) : item;

    private static double Sign(double value) => double.IsNaN(value) ? value : Math.Sign(value);
}
