using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The vertical pass, 32 bytes at a time; sums stay in registers over all taps, two of which go into one multiply-add.</summary>
/// <remarks>High parts of weights settle most steps; see <see cref="SplitWeights"/>.</remarks>
internal static unsafe class VerticalAvx2
{
    /// <summary>Bytes of one step.</summary>
    private const int Step = 32;

    /// <summary>Returns how many bytes are done: all, or none when the row is shorter than a step.</summary>
    internal static int Run(AxisWeights axis, SplitWeights split, int index, byte** taps, byte* result, int length)
    {
        if (length < Step) return 0;
        fixed (short* high = split.High, low = split.Low)
        {
            int* highs = (int*)(high + (nint)index * split.Stride), lows = (int*)(low + (nint)index * split.Stride);
            for (int x = 0; x < length; x += Step)
            {
                int at = Math.Min(x, length - Step);   // the last step overlaps the one before: same bytes again
                if (!Settled(axis, split, index, highs, taps, result, at)) Exact(axis, split, index, highs, lows, taps, result, at);
            }
        }

        return length;
    }

    /// <summary>Tries the high parts; false when a byte is in doubt.</summary>
    private static bool Settled(AxisWeights axis, SplitWeights split, int index, int* weights, byte** taps, byte* result, int x)
    {
        Vector256<int> sum0 = Vector256.Create(split.Bias[index]), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int* end = weights + split.Blocks; weights < end; weights++, taps += 2)
        {
            Vector256<byte> first = Vector256.Load(taps[0] + x), second = Vector256.Load(taps[1] + x);
            Vector256<short> weight = Vector256.Create(*weights).AsInt16();
            Vector256<byte> lower = Avx2.UnpackLow(first, second), upper = Avx2.UnpackHigh(first, second);
            sum0 += Avx2.MultiplyAddAdjacent(Low(lower), weight);
            sum1 += Avx2.MultiplyAddAdjacent(High(lower), weight);
            sum2 += Avx2.MultiplyAddAdjacent(Low(upper), weight);
            sum3 += Avx2.MultiplyAddAdjacent(High(upper), weight);
        }

        Store(sum0, sum1, sum2, sum3, split.Bits[index], result + x);
        Vector256<int> remainder = Vector256.Create((1 << split.Bits[index]) - 1);
        Vector256<int> least = Vector256.Min(
            Vector256.Min(sum0 & remainder, sum1 & remainder), Vector256.Min(sum2 & remainder, sum3 & remainder));
        return !Vector256.GreaterThanAny(Vector256.Create(split.Doubt[index]), least);
    }

    private static void Exact(AxisWeights axis, SplitWeights split, int index, int* highs, int* lows, byte** taps, byte* result, int x)
    {
        Vector256<int> high0 = default, high1 = default, high2 = default, high3 = default;
        Vector256<int> low0 = Vector256.Create(Fixed.Half(axis.Bits)), low1 = low0, low2 = low0, low3 = low0;
        for (int pair = 0; pair < split.Blocks; pair++, taps += 2)
        {
            Vector256<byte> first = Vector256.Load(taps[0] + x), second = Vector256.Load(taps[1] + x);
            Vector256<short> high = Vector256.Create(highs[pair]).AsInt16(), low = Vector256.Create(lows[pair]).AsInt16();
            Vector256<byte> lower = Avx2.UnpackLow(first, second), upper = Avx2.UnpackHigh(first, second);
            high0 += Avx2.MultiplyAddAdjacent(Low(lower), high);
            low0 += Avx2.MultiplyAddAdjacent(Low(lower), low);
            high1 += Avx2.MultiplyAddAdjacent(High(lower), high);
            low1 += Avx2.MultiplyAddAdjacent(High(lower), low);
            high2 += Avx2.MultiplyAddAdjacent(Low(upper), high);
            low2 += Avx2.MultiplyAddAdjacent(Low(upper), low);
            high3 += Avx2.MultiplyAddAdjacent(High(upper), high);
            low3 += Avx2.MultiplyAddAdjacent(High(upper), low);
        }

        int shift = split.Shifts[index];
        Store((high0 << shift) + low0, (high1 << shift) + low1, (high2 << shift) + low2, (high3 << shift) + low3, axis.Bits, result + x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Low(Vector256<byte> pairs) => Avx2.UnpackLow(pairs, Vector256<byte>.Zero).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> High(Vector256<byte> pairs) => Avx2.UnpackHigh(pairs, Vector256<byte>.Zero).AsInt16();

    /// <summary>Unpacking and packing both stay within 128-bit halves, so the bytes are back in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> sum0, Vector256<int> sum1, Vector256<int> sum2, Vector256<int> sum3, int bits, byte* result)
    {
        Vector128<int> count = Vector128.CreateScalar(bits);
        Avx2.PackUnsignedSaturate(
            Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(sum0, count), Avx2.ShiftRightArithmetic(sum1, count)),
            Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(sum2, count), Avx2.ShiftRightArithmetic(sum3, count))).Store(result);
    }
}
