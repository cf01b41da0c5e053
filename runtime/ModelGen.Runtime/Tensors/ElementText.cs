namespace ModelGen;

/// <summary>Names of element types as a C# programmer writes them.</summary>
internal static class ElementText
{
    public static string Of<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        _ when typeof(T).IsEnum => typeof(T).Name,
        TypeCode.Boolean => "bool",
        TypeCode.Char => "char",
        TypeCode.SByte => "sbyte",
        TypeCode.Byte => "byte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.String => "string",
        _ => typeof(T).Name,
    };

    /// <summary>Element type and shape: <c>float 1×3×224×224</c>.</summary>
    public static string Of<T, TShape>()
        where TShape : struct, IShape => $"{Of<T>()} {ShapeText.Of<TShape>()}";
}
