namespace ModelGen.Onnx.Operators;

/// <summary>Operators that change the element type.</summary>
internal static class Casts
{
    // The names that Cast-1 takes are those of TensorProto.DataType.
    private static readonly Dictionary<string, ElementType> s_names =
        Enum.GetValues(typeof(ElementType)).Cast<ElementType>().ToDictionary(element => element.ToString().ToUpperInvariant());

    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Casts",
    [
        new("BitCast", [26], BitCast) { FollowsElements = true },
        new("Cast", [1, 6, 9, 13, 19, 21, 23, 24, 25, 28], node => To(node, Target(node))) { FollowsElements = true },
        new("CastLike", [15, 19, 21, 23, 24, 25], node => To(node, node.Element(1))) { FollowsElements = true },
    ]);

    /// <summary>The element type of that number.</summary>
    public static ElementType Numbered(NodeContext node, long number) =>
        number is > 0 and <= int.MaxValue && Enum.IsDefined(typeof(ElementType), (ElementType)number)
            ? (ElementType)number
            : throw node.Fail($"makes elements of type {number}, which ONNX does not have");

    private static ElementType Target(NodeContext node)
    {
        if (node.Int("to") is long number)
            return Numbered(node, number);
        string name = node.Text("to", "");
        if (name.Length == 0)
            throw node.Fail("has no type to cast to: the attribute to is needed");
        return s_names.TryGetValue(name, out ElementType element) ? element : throw node.Fail($"casts to {Printable.Quote(name)}, an element type that ONNX does not have");
    }

    private static void To(NodeContext node, ElementType target)
    {
        bool fromFloat = node.Element(0).IsFloat();
        ElementRules.Unary(node, target, target == node.Element(0) ? item => item
            : target == ElementType.Bool ? item => item.Number is double value ? Scalar.Bool(value != 0) : Scalar.Unknown
            : target == ElementType.Float && !fromFloat ? item => item.Integer is long value ? Scalar.Float((float)value) : Scalar.Unknown
            : target.IsFloat() ? item => item
            : fromFloat ? item => Cut(item)
            : item => item.Integer is long value ? IntegerBits.Wrap(value, target) : item);
    }

    // Towards zero, as C++ does it; beyond the integer's range results differ between processors, and rounding to the type makes them unknown.
    private static Scalar Cut(Scalar item) =>
        item.Number is double value && Math.Abs(value) < long.MaxValue ? Scalar.Int((long)value) : Scalar.Unknown;

    private static void BitCast(NodeContext node)
    {
        ElementType from = node.Element(0);
        ElementType to = Numbered(node, node.Int("to") ?? throw node.Fail("has no type to cast to: the attribute to is needed"));
        if (from != ElementType.Undefined && from.Bits() != to.Bits())
            throw node.Fail($"takes the bits of {from.ToName()} for {to.ToName()}, which has another number of them");
        ElementRules.Unary(node, to, item => from == to ? item
            : item.Integer is long value && (from.IsSigned() || from.IsUnsigned()) ? IntegerBits.Wrap(value, to)
            : Scalar.Unknown);
    }
}
