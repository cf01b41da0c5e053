namespace ModelGen.Onnx.Operators;

/// <summary>Operators on elements of two or more tensors: arithmetic, comparison and logic.</summary>
internal static class Arithmetic
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Arithmetic, comparison and logic",
    [
        new("Add", [1, 6, 7, 13, 14], Numbers(ScalarMath.Plus, (a, b) => a + b)) { FollowsElements = true },
        new("And", [1, 7], Logic(And)) { FollowsElements = true },
        new("BitShift", [11, 28], BitShift) { FollowsElements = true },
        new("BitwiseAnd", [18], Bits((a, b) => a & b)) { FollowsElements = true },
        new("BitwiseOr", [18], Bits((a, b) => a | b)) { FollowsElements = true },
        new("BitwiseXor", [18], Bits((a, b) => a ^ b)) { FollowsElements = true },
        new("Div", [1, 6, 7, 13, 14], Numbers(ScalarMath.Over, (a, b) => a / b)) { FollowsElements = true },
        new("Equal", [1, 7, 11, 13, 19], Logic(ScalarMath.Equal)) { FollowsElements = true },
        new("Greater", [1, 7, 9, 13], Logic((a, b) => ScalarMath.Less(b, a))) { FollowsElements = true },
        new("GreaterOrEqual", [12, 16], Logic((a, b) => ScalarMath.LessOrEqual(b, a))) { FollowsElements = true },
        new("Less", [1, 7, 9, 13], Logic(ScalarMath.Less)) { FollowsElements = true },
        new("LessOrEqual", [12, 16], Logic(ScalarMath.LessOrEqual)) { FollowsElements = true },
        new("Max", [1, 6, 8, 12, 13], Variadic.Rule(ScalarMath.Max, Math.Max)) { FollowsElements = true },
        new("Mean", [1, 6, 8, 13], Variadic.Mean) { FollowsElements = true },
        new("Min", [1, 6, 8, 12, 13], Variadic.Rule(ScalarMath.Min, Math.Min)) { FollowsElements = true },
        new("Mod", [10, 13, 28], Mod) { FollowsElements = true },
        new("Mul", [1, 6, 7, 13, 14], Numbers(ScalarMath.Times, (a, b) => a * b)) { FollowsElements = true },
        new("Or", [1, 7], Logic(Or)) { FollowsElements = true },
        new("PRelu", [1, 6, 7, 9, 16], node => Pair(node, ElementRules.Shared(node), null)),
        new("Pow", [1, 7, 12, 13, 15], Pow) { FollowsElements = true },
        new("Sub", [1, 6, 7, 13, 14], Numbers(ScalarMath.Minus, (a, b) => a - b)) { FollowsElements = true },
        new("Sum", [1, 6, 8, 13], Variadic.Rule(ScalarMath.Plus, (a, b) => a + b)) { FollowsElements = true },
        new("SwiGLU", [28], SwiGlu),
        new("Where", [9, 16], WhereRule.Infer) { FollowsElements = true },
        new("Xor", [1, 7], Logic((a, b) => a.Integer is long x && b.Integer is long y ? Scalar.Bool(x != y) : Scalar.Unknown)) { FollowsElements = true },
    ]);

    /// <summary>Arithmetic on pairs of elements: one function for integers and one for floats, which is then rounded to the type.</summary>
    public static Func<Scalar, Scalar, Scalar> Function(ElementType element, Func<Scalar, Scalar, Scalar> integers, Func<double, double, double> floats) =>
        element.IsFloat() ? (a, b) => a.Number is double x && b.Number is double y ? Scalar.Float(floats(x, y)) : Scalar.Unknown : integers;

    private static ShapeRule Numbers(Func<Scalar, Scalar, Scalar> integers, Func<double, double, double> floats) => node =>
    {
        ElementType element = ElementRules.Shared(node);
        Pair(node, element, Function(element, integers, floats));
    };

    private static ShapeRule Logic(Func<Scalar, Scalar, Scalar> function) => node => Pair(node, ElementType.Bool, function);

    private static ShapeRule Bits(Func<long, long, long> function) => node => Pair(node, ElementRules.Shared(node),
        (a, b) => a.Integer is long x && b.Integer is long y ? Scalar.Int(function(x, y)) : Scalar.Unknown);

    private static void Pair(NodeContext node, ElementType element, Func<Scalar, Scalar, Scalar>? function)
    {
        if (node.Opset < 7)
            ElementRules.BinaryOfOld(node, element, function);
        else
            ElementRules.Binary(node, element, function);
    }

    private static Scalar And(Scalar a, Scalar b) => a.Integer == 0 || b.Integer == 0 ? Scalar.Bool(false)
        : a.Integer is not null && b.Integer is not null ? Scalar.Bool(true)
        : Scalar.Unknown;

    private static Scalar Or(Scalar a, Scalar b) => a.Integer is not (null or 0) || b.Integer is not (null or 0) ? Scalar.Bool(true)
        : a.Integer is not null && b.Integer is not null ? Scalar.Bool(false)
        : Scalar.Unknown;

    // The exponent has a type of its own since version 12; the result's is the base's.
    private static void Pow(NodeContext node) => Pair(node, node.Element(0), Function(node.Element(0), ScalarMath.Power, Math.Pow));

    private static void Mod(NodeContext node)
    {
        ElementType element = ElementRules.Shared(node);
        bool isC = node.Int("fmod", 0) != 0;
        if (element.IsFloat() && !isC && node.Opset < 28)
            throw node.Fail($"computes with {element.ToName()}, for which it needs fmod=1");
        Pair(node, element, Function(element, isC ? ScalarMath.Remainder : ScalarMath.Modulo, isC
            ? (a, b) => a % b
            : (a, b) => a - Math.Floor(a / b) * b));
    }

    private static void BitShift(NodeContext node)
    {
        ElementType element = ElementRules.Shared(node);
        string direction = node.Text("direction", "");
        if (direction is not ("LEFT" or "RIGHT"))
            throw node.Fail($"needs a direction, LEFT or RIGHT, but has {Printable.Quote(direction)}");
        int bits = element.Bits() ?? 0;
        bool isLeft = direction == "LEFT";
        Pair(node, element, (a, b) =>
        {
            if (a.Integer is not long value || b.Integer is not long shift)
                return Scalar.Unknown;
            // Shifting everything out is undefined in C++, hence before version 28 (BitShift-28 says what comes out).
            if (shift < 0 || shift >= bits)
                return node.Opset < 28 ? Scalar.Unknown : Scalar.Int(!isLeft && value < 0 ? -1 : 0);
            return IntegerBits.Wrap(isLeft ? value << (int)shift : value >> (int)shift, element);
        });
    }

    // Unlike other operators of two tensors it does not broadcast (SwiGLU-28).
    private static void SwiGlu(NodeContext node)
    {
        TensorShape? gate = node.Shape(0), linear = node.Shape(1);
        if (gate is null || linear is null)
        {
            node.Set(0, ElementRules.Shared(node), gate ?? linear);
            return;
        }
        if (gate.Rank != linear.Rank)
            throw node.Fail($"needs two tensors of the same shape, but has {gate} and {linear}");
        var dims = new Dim[gate.Rank];
        for (int i = 0; i < dims.Length; i++)
        {
            Dim a = gate.Dims[i], b = linear.Dims[i];
            if (a.Size is long x && b.Size is long y && x != y)
                throw node.Fail($"needs two tensors of the same shape, but has {gate} and {linear}");
            dims[i] = a.Or(b);
        }
        node.Set(0, ElementRules.Shared(node), dims);
    }
}
