namespace ModelGen.Onnx;

/// <summary>What is known of element types without their values.</summary>
public static class ElementTypes
{
    /// <summary>The name that people and the command line use: <c>float32</c>, <c>int64</c>, <c>string</c>; <c>type 99</c> for one that ONNX lacks.</summary>
    public static string ToName(this ElementType type) => type switch
    {
        ElementType.Float => "float32",
        ElementType.Double => "float64",
        ElementType.Undefined => "undefined",
        _ when Enum.IsDefined(typeof(ElementType), type) => type.ToString().ToLowerInvariant(),
        _ => "type " + (int)type,
    };

    /// <summary>The bits that one element takes in <c>raw_data</c>; null for text and unknown types.</summary>
    public static int? Bits(this ElementType type) => type switch
    {
        ElementType.UInt2 or ElementType.Int2 => 2,
        ElementType.UInt4 or ElementType.Int4 or ElementType.Float4E2M1 => 4,
        ElementType.Float6E2M3 or ElementType.Float6E3M2 => 6,
        ElementType.UInt8 or ElementType.Int8 or ElementType.Bool
            or ElementType.Float8E4M3FN or ElementType.Float8E4M3FNUZ or ElementType.Float8E5M2 or ElementType.Float8E5M2FNUZ
            or ElementType.Float8E8M0 => 8,
        ElementType.UInt16 or ElementType.Int16 or ElementType.Float16 or ElementType.BFloat16 => 16,
        ElementType.UInt32 or ElementType.Int32 or ElementType.Float => 32,
        ElementType.UInt64 or ElementType.Int64 or ElementType.Double or ElementType.Complex64 => 64,
        ElementType.Complex128 => 128,
        _ => null,
    };

    /// <summary>Whether a caller can hand over or receive tensors of it: text, and numbers of whole bytes. Not complex ones, not those packed into parts of bytes.</summary>
    /// <remarks>
    /// 8-bit floats neither: the managed part of ONNX Runtime 1.31.1 can't open a model that has them as an input or output ("Unregistered
    /// TensorElementType" in the session's constructor), though it runs them within a graph.
    /// </remarks>
    public static bool CrossesBoundary(this ElementType type) =>
        type == ElementType.String
        || (type.Bits() >= 8 && !type.IsFloat8() && type is not (ElementType.Complex64 or ElementType.Complex128));

    private static bool IsFloat8(this ElementType type) => type is ElementType.Float8E4M3FN or ElementType.Float8E4M3FNUZ
        or ElementType.Float8E5M2 or ElementType.Float8E5M2FNUZ or ElementType.Float8E8M0;
}
