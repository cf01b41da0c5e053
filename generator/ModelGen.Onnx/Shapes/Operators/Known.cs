namespace ModelGen.Onnx.Operators;

/// <summary>Reads what is known of an operand, and puts together what is known of one thing from two operands.</summary>
internal static class Known
{
    /// <summary>The dim at an axis; unknown when the shape has no such axis, or nothing is known of it.</summary>
    public static Dim At(this TensorShape? shape, int axis) => shape is not null && axis < shape.Rank ? shape.Dims[axis] : Dim.Unknown;

    /// <summary>What is known of a dim that two operands have: a size rather than a name, a name rather than nothing.</summary>
    public static Dim Or(this Dim dim, Dim other) => dim.IsKnown || (dim != Dim.Unknown && !other.IsKnown) ? dim : other;

    /// <summary>The element type that two inputs share.</summary>
    public static ElementType Element(NodeContext node, int first, int second) =>
        node.Element(first) is not ElementType.Undefined and var element ? element : node.Element(second);

    /// <summary>The element type that an attribute asks for; null when it asks for none, or for one that ONNX lacks.</summary>
    public static ElementType? Element(NodeContext node, string attribute) =>
        node.Int(attribute) is > 0 and <= int.MaxValue and var number && Enum.IsDefined(typeof(ElementType), (ElementType)number) ? (ElementType)number : null;
}
