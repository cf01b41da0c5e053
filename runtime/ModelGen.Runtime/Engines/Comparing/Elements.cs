using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Reads elements of any type as numbers.</summary>
internal static class Elements
{
    /// <summary>Whether there is a number for each element of the type.</summary>
    public static bool AreNumbers(ElementType type) => type is ElementType.Float32 or ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16
        or ElementType.UInt8 or ElementType.Int8 or ElementType.UInt16 or ElementType.Int16 or ElementType.UInt32 or ElementType.Int32
        or ElementType.UInt64 or ElementType.Int64 or ElementType.Bool;

    /// <summary>Whether its elements are floats, as scores are.</summary>
    public static bool AreFloats(ElementType type) => type is ElementType.Float32 or ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Reads some elements. 64-bit integers are rounded to 53 bits.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="data">The whole tensor.</param>
    /// <param name="start">The index of the first.</param>
    /// <param name="to">Takes them; as many as it is long.</param>
    public static void Read(ElementType type, ReadOnlySpan<byte> data, int start, Span<double> to)
    {
        switch (type)
        {
            case ElementType.Float32: Read<float>(data, start, to, value => value); break;
            case ElementType.Float64: MemoryMarshal.Cast<byte, double>(data).Slice(start, to.Length).CopyTo(to); break;
            case ElementType.Float16: Read<Half>(data, start, to, value => (double)value); break;
            case ElementType.BFloat16: Read<BFloat16>(data, start, to, value => (float)value); break;
            case ElementType.Int8: Read<sbyte>(data, start, to, value => value); break;
            case ElementType.UInt16: Read<ushort>(data, start, to, value => value); break;
            case ElementType.Int16: Read<short>(data, start, to, value => value); break;
            case ElementType.UInt32: Read<uint>(data, start, to, value => value); break;
            case ElementType.Int32: Read<int>(data, start, to, value => value); break;
            case ElementType.UInt64: Read<ulong>(data, start, to, value => value); break;
            case ElementType.Int64: Read<long>(data, start, to, value => value); break;
            default: Read<byte>(data, start, to, value => value); break;
        }
    }

    /// <summary>Converts floats of one type to another, rounding to the nearest.</summary>
    public static void Convert(ElementType from, ReadOnlySpan<byte> data, ElementType to, Span<byte> result)
    {
        Span<double> value = stackalloc double[1];
        int count = data.Length / ElementTypes.SizeOf(from);
        for (int i = 0; i < count; i++)
        {
            Read(from, data, i, value);
            switch (to)
            {
                case ElementType.Float32: MemoryMarshal.Cast<byte, float>(result)[i] = (float)value[0]; break;
                case ElementType.Float16: MemoryMarshal.Cast<byte, Half>(result)[i] = (Half)value[0]; break;
                case ElementType.BFloat16: MemoryMarshal.Cast<byte, BFloat16>(result)[i] = (BFloat16)(float)value[0]; break;
                default: MemoryMarshal.Cast<byte, double>(result)[i] = value[0]; break;
            }
        }
    }

    private static void Read<T>(ReadOnlySpan<byte> data, int start, Span<double> to, Func<T, double> number)
        where T : unmanaged
    {
        ReadOnlySpan<T> elements = MemoryMarshal.Cast<byte, T>(data).Slice(start, to.Length);
        for (int i = 0; i < elements.Length; i++)
            to[i] = number(elements[i]);
    }
}
