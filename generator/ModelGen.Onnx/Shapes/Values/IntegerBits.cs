namespace ModelGen.Onnx;

/// <summary>Integers as the bits that an element type has for them.</summary>
internal static class IntegerBits
{
    /// <summary>Whether the type is one of the integers that are followed, and has a sign.</summary>
    public static bool IsSigned(this ElementType element) =>
        element is ElementType.Int64 or ElementType.Int32 or ElementType.Int16 or ElementType.Int8;

    /// <summary>Whether the type is one of the integers that are followed, and has none.</summary>
    public static bool IsUnsigned(this ElementType element) =>
        element is ElementType.UInt64 or ElementType.UInt32 or ElementType.UInt16 or ElementType.UInt8;

    /// <summary>The bits of an unsigned type that can be set; all for a signed one, whose sign fills the 64 bits that values are kept in.</summary>
    public static long Mask(ElementType element) =>
        element.IsUnsigned() && element.Bits() is int and < 64 and int bits ? (1L << bits) - 1 : -1;

    /// <summary>The value of the low bits, as C++ converts between integer types: modulo the power of two. Unknown for unsigned values beyond 63 bits.</summary>
    public static Scalar Wrap(long value, ElementType element)
    {
        if (element.IsUnsigned())
            return (value & Mask(element)) is >= 0 and var low ? Scalar.Int(low) : Scalar.Unknown;
        if (!element.IsSigned())
            return Scalar.Unknown;
        int spare = 64 - element.Bits()!.Value;
        return Scalar.Int(unchecked(value << spare) >> spare);
    }
}
