using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The vertical pass, 32 bytes at a time; sums stay in registers over all taps, two of which go into one multiply-add.</summary>
internal static unsafe class VerticalAvx2
{
    /// <summary>Bytes of one step.</summary>
    private const int Step = 32;

    /// <summary>Returns how many bytes are done: all, or none when the row is shorter than a step.</summary>
    internal static int Run(AxisWeights axis, SplitWeights split, int* pairs, byte** taps, byte* result, int length)
    {
        if (length < Step) return 0;
        for (int x = 0; x < length - Step; x += Step) Columns(axis, split, pairs, taps, result, x);
        Columns(axis, split, pairs, taps, result, length - Step);   // overlaps the step before: same bytes again
        return length;
    }

    private static void Columns(AxisWeights axis, SplitWeights split, int* pairs, byte** taps, byte* result, int x)
    {
        Vector256<int> high0 = default, high1 = default, high2 = default, high3 = default;
        Vector256<int> low0 = default, low1 = default, low2 = default, low3 = default;
        for (int pair = 0; pair < split.Blocks; pair++, pairs += 2, taps += 2)
        {
            Vector256<byte> first = Vector256.Load(taps[0] + x), second = Vector256.Load(taps[1] + x);
            Vector256<short> high = Vector256.Create(pairs[0]).AsInt16(), low = Vector256.Create(pairs[1]).AsInt16();
            Vector256<byte> lower = Avx2.UnpackLow(first, second), upper = Avx2.UnpackHigh(first, second);
            Vector256<short> both = Avx2.UnpackLow(lower, Vector256<byte>.Zero).AsInt16();
            high0 += Avx2.MultiplyAddAdjacent(both, high);
            low0 += Avx2.MultiplyAddAdjacent(both, low);
            both = Avx2.UnpackHigh(lower, Vector256<byte>.Zero).AsInt16();
            high1 += Avx2.MultiplyAddAdjacent(both, high);
            low1 += Avx2.MultiplyAddAdjacent(both, low);
            both = Avx2.UnpackLow(upper, Vector256<byte>.Zero).AsInt16();
            high2 += Avx2.MultiplyAddAdjacent(both, high);
            low2 += Avx2.MultiplyAddAdjacent(both, low);
            both = Avx2.UnpackHigh(upper, Vector256<byte>.Zero).AsInt16();
            high3 += Avx2.MultiplyAddAdjacent(both, high);
            low3 += Avx2.MultiplyAddAdjacent(both, low);
        }

        Vector128<int> shift = Vector128.CreateScalar(split.Shift), bits = Vector128.CreateScalar(axis.Bits);
        Vector256<int> half = Vector256.Create(Fixed.Half(axis.Bits));
        high0 = Avx2.ShiftRightArithmetic(Avx2.ShiftLeftLogical(high0, shift) + low0 + half, bits);
        high1 = Avx2.ShiftRightArithmetic(Avx2.ShiftLeftLogical(high1, shift) + low1 + half, bits);
        high2 = Avx2.ShiftRightArithmetic(Avx2.ShiftLeftLogical(high2, shift) + low2 + half, bits);
        high3 = Avx2.ShiftRightArithmetic(Avx2.ShiftLeftLogical(high3, shift) + low3 + half, bits);
        // Unpacking and packing both stay within 128-bit halves, so the bytes are back in order.
        Avx2.PackUnsignedSaturate(Avx2.PackSignedSaturate(high0, high1), Avx2.PackSignedSaturate(high2, high3)).Store(result + x);
    }
}
