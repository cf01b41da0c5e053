using Microsoft.ML.OnnxRuntime;

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

    /// <summary>The element type that a .NET type stands for.</summary>
    /// <exception cref="ArgumentException">It stands for none.</exception>
    public static ElementType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? ElementType.Float32
        : typeof(T) == typeof(double) ? ElementType.Float64
        : typeof(T) == typeof(Half) ? ElementType.Float16
        : typeof(T) == typeof(BFloat16) ? ElementType.BFloat16
        : typeof(T) == typeof(byte) ? ElementType.UInt8
        : typeof(T) == typeof(sbyte) ? ElementType.Int8
        : typeof(T) == typeof(ushort) ? ElementType.UInt16
        : typeof(T) == typeof(short) ? ElementType.Int16
        : typeof(T) == typeof(uint) ? ElementType.UInt32
        : typeof(T) == typeof(int) ? ElementType.Int32
        : typeof(T) == typeof(ulong) ? ElementType.UInt64
        : typeof(T) == typeof(long) ? ElementType.Int64
        : typeof(T) == typeof(bool) ? ElementType.Bool
        : throw new ArgumentException($"ONNX has no element type for {typeof(T).Name}.", nameof(T));
}
