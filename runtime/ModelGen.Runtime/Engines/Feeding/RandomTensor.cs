using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Fills tensors with numbers as <see cref="NamedTensor.Random"/> describes them.</summary>
internal static class RandomTensor
{
    /// <summary>Fills raw elements; false for types that have no numbers.</summary>
    public static bool Fill(ElementType type, Span<byte> data, RandomNumbers numbers)
    {
        switch (type)
        {
            case ElementType.Float32: Fill(MemoryMarshal.Cast<byte, float>(data), () => (float)numbers.Normal()); break;
            case ElementType.Float64: Fill(MemoryMarshal.Cast<byte, double>(data), numbers.Normal); break;
            case ElementType.Float16: Fill(MemoryMarshal.Cast<byte, Half>(data), () => (Half)numbers.Normal()); break;
            case ElementType.BFloat16: Fill(MemoryMarshal.Cast<byte, BFloat16>(data), () => (BFloat16)(float)numbers.Normal()); break;
            case ElementType.UInt8 or ElementType.Int8: Fill(data, () => (byte)numbers.Bits()); break;
            case ElementType.Bool: Fill(data, () => (byte)Bit(numbers)); break;
            case ElementType.Int16 or ElementType.UInt16: Fill(MemoryMarshal.Cast<byte, short>(data), () => (short)Bit(numbers)); break;
            case ElementType.Int32 or ElementType.UInt32: Fill(MemoryMarshal.Cast<byte, int>(data), () => Bit(numbers)); break;
            case ElementType.Int64 or ElementType.UInt64: Fill(MemoryMarshal.Cast<byte, long>(data), () => Bit(numbers)); break;
            default: return false;
        }
        return true;
    }

    private static int Bit(RandomNumbers numbers) => (int)(numbers.Bits() >> 63);

    private static void Fill<T>(Span<T> values, Func<T> next)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = next();
    }
}
