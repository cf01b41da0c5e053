namespace ModelGen;

/// <summary>Facts about element types.</summary>
internal static class ElementTypes
{
    /// <summary>Bytes an element takes in memory; 0 for strings, which are managed objects.</summary>
    public static int SizeOf(ElementType type) => type switch
    {
        ElementType.String => 0,
        ElementType.Float64 or ElementType.Int64 or ElementType.UInt64 => 8,
        ElementType.Float32 or ElementType.Int32 or ElementType.UInt32 => 4,
        ElementType.Float16 or ElementType.BFloat16 or ElementType.Int16 or ElementType.UInt16 => 2,
        _ => 1,
    };
}
