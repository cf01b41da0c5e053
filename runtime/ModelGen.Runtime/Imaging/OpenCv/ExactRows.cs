using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Mixes two rows as INTER_LINEAR_EXACT does: (a·w0 + b·w1 + half) >> 16, where a and b come less 32,768 and w0 + w1 = 256.</summary>
internal static unsafe class ExactRows
{
    private const int Shift = 2 * OpenCvWeights.ExactBits;

    /// <summary>One half, and what the rows lack.</summary>
    private const int Bias = (1 << (Shift - 1)) + (TapColumns.ExactOffset << OpenCvWeights.ExactBits);

    /// <summary>Mixes <paramref name="count"/> numbers, a multiple of 32.</summary>
    internal static void Mix(VectorPath path, ReadOnlySpan<short> weights, short* upper, short* lower, byte* result, int count)
    {
        switch (path)
        {
            case >= VectorPath.Avx2: Wide((ushort)weights[0] | weights[1] << 16, upper, lower, result, count); break;
            case VectorPath.Portable: Portable(weights[0], weights[1], upper, lower, result, count); break;
            default:
                for (int i = 0; i < count; i++) result[i] = (byte)((weights[0] * upper[i] + weights[1] * lower[i] + Bias) >> Shift);
                break;
        }
    }

    private static void Wide(int pair, short* upper, short* lower, byte* result, int count)
    {
        Vector256<short> weights = Vector256.Create(pair).AsInt16();
        for (int i = 0; i < count; i += 32)
        {
            Vector256<byte> packed = Avx2.PackUnsignedSaturate(Sixteen(weights, upper + i, lower + i), Sixteen(weights, upper + i + 16, lower + i + 16));
            Avx2.Permute4x64(packed.AsInt64(), 0b11_01_10_00).AsByte().Store(result + i);
        }
    }

    private static Vector256<short> Sixteen(Vector256<short> weights, short* upper, short* lower)
    {
        Vector256<short> a = Vector256.Load(upper), b = Vector256.Load(lower);
        Vector256<int> bias = Vector256.Create(Bias);
        Vector256<int> low = Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(a, b), weights) + bias;
        Vector256<int> high = Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(a, b), weights) + bias;
        return Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(low, Shift), Avx2.ShiftRightArithmetic(high, Shift));
    }

    private static void Portable(short first, short second, short* upper, short* lower, byte* result, int count)
    {
        for (int i = 0; i < count; i += 16)
            Vector128.Narrow(Eight(first, second, upper + i, lower + i), Eight(first, second, upper + i + 8, lower + i + 8)).Store(result + i);
    }

    private static Vector128<ushort> Eight(short first, short second, short* upper, short* lower)
    {
        (Vector128<int> a0, Vector128<int> a1) = Vector128.Widen(Vector128.Load(upper));
        (Vector128<int> b0, Vector128<int> b1) = Vector128.Widen(Vector128.Load(lower));
        Vector128<int> bias = Vector128.Create(Bias);
        return Vector128.Narrow(
            ((a0 * first + b0 * second + bias) >> Shift).AsUInt32(), ((a1 * first + b1 * second + bias) >> Shift).AsUInt32());
    }
}
