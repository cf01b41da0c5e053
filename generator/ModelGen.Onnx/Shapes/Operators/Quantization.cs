namespace ModelGen.Onnx.Operators;

/// <summary>Operators between floats and quantised numbers: shapes stay, element types change.</summary>
internal static class Quantization
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Quantisation",
    [
        new("QuantizeLinear", [10, 13, 19, 21, 23, 24, 25, 28], QuantizeLinear),
        new("DequantizeLinear", [10, 13, 19, 21, 23, 24, 25, 28], DequantizeLinear),
        new("DynamicQuantizeLinear", [11], DynamicQuantizeLinear),
    ]);

    // The zero point's type counts; without one output_dtype (from version 21), else uint8.
    private static void QuantizeLinear(NodeContext node)
    {
        ElementType element = node.Has(2) ? node.Element(2) : Requested(node) ?? ElementType.UInt8;
        node.Set(0, element == ElementType.Undefined ? Requested(node) ?? element : element, node.Shape(0));
    }

    // Scales are float32 before version 19, and the output has their type unless output_dtype (from version 23) says otherwise.
    private static void DequantizeLinear(NodeContext node) =>
        node.Set(0, node.Opset < 19 ? ElementType.Float : Requested(node) ?? node.Element(1), node.Shape(0));

    private static void DynamicQuantizeLinear(NodeContext node)
    {
        node.Set(0, ElementType.UInt8, node.Shape(0));
        node.Set(1, ElementType.Float, []);
        node.Set(2, ElementType.UInt8, []);
    }

    private static ElementType? Requested(NodeContext node) => Known.Element(node, "output_dtype");
}
