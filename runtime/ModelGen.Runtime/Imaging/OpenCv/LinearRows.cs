using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Mixes two rows as INTER_LINEAR does: the upper 16 bits of each product, then two bits rounded off. That is one level off the exact result now and then.</summary>
internal static unsafe class LinearRows
{
    /// <summary>Mixes <paramref name="count"/> numbers, a multiple of 32.</summary>
    internal static void Mix(VectorPath path, ReadOnlySpan<short> weights, short* upper, short* lower, byte* result, int count)
    {
        switch (path)
        {
            case >= VectorPath.Avx2: Wide(weights[0], weights[1], upper, lower, result, count); break;
            case VectorPath.Portable: Portable(weights[0], weights[1], upper, lower, result, count); break;
            default:
                for (int i = 0; i < count; i++)
                    result[i] = (byte)Math.Clamp(((weights[0] * upper[i] >> 16) + (weights[1] * lower[i] >> 16) + 2) >> 2, 0, 255);
                break;
        }
    }

    private static void Wide(short first, short second, short* upper, short* lower, byte* result, int count)
    {
        Vector256<short> weight0 = Vector256.Create(first), weight1 = Vector256.Create(second), half = Vector256.Create((short)2);
        for (int i = 0; i < count; i += 32)
        {
            Vector256<short> a = Avx2.MultiplyHigh(Vector256.Load(upper + i), weight0) + Avx2.MultiplyHigh(Vector256.Load(lower + i), weight1);
            Vector256<short> b = Avx2.MultiplyHigh(Vector256.Load(upper + i + 16), weight0) + Avx2.MultiplyHigh(Vector256.Load(lower + i + 16), weight1);
            Vector256<byte> packed = Avx2.PackUnsignedSaturate(Avx2.ShiftRightArithmetic(a + half, 2), Avx2.ShiftRightArithmetic(b + half, 2));
            Avx2.Permute4x64(packed.AsInt64(), 0b11_01_10_00).AsByte().Store(result + i);
        }
    }

    private static void Portable(short first, short second, short* upper, short* lower, byte* result, int count)
    {
        for (int i = 0; i < count; i += 16)
        {
            Vector128<short> a = Eight(first, second, upper + i, lower + i), b = Eight(first, second, upper + i + 8, lower + i + 8);
            Vector128.Narrow(a.AsUInt16(), b.AsUInt16()).Store(result + i);
        }
    }

    private static Vector128<short> Eight(short first, short second, short* upper, short* lower)
    {
        (Vector128<int> a0, Vector128<int> a1) = Vector128.Widen(Vector128.Load(upper));
        (Vector128<int> b0, Vector128<int> b1) = Vector128.Widen(Vector128.Load(lower));
        Vector128<int> sum0 = ((a0 * first) >> 16) + ((b0 * second) >> 16), sum1 = ((a1 * first) >> 16) + ((b1 * second) >> 16);
        Vector128<short> sum = (Vector128.Narrow(sum0, sum1) + Vector128.Create((short)2)) >> 2;
        return Vector128.Min(Vector128.Max(sum, Vector128<short>.Zero), Vector128.Create((short)255));
    }
}
