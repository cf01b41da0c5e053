using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>The vertical pass, 64 bytes at a time; sums stay in registers over all taps, two of which go into one multiply-add.</summary>
/// <remarks>High parts of weights settle most steps; see <see cref="SplitWeights"/>.</remarks>
internal static unsafe class VerticalAvx512
{
    /// <summary>Bytes of one step.</summary>
    private const int Step = 64;

    /// <summary>Returns how many bytes are done; rows that are shorter than a step go to <see cref="VerticalAvx2"/>.</summary>
    internal static int Run(AxisWeights axis, SplitWeights split, int index, byte** taps, byte* result, int length)
    {
        if (length < Step) return VerticalAvx2.Run(axis, split, index, taps, result, length);
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
        Vector512<int> sum0 = Vector512.Create(split.Bias[index]), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int* end = weights + split.Blocks; weights < end; weights++, taps += 2)
        {
            Vector512<byte> first = Vector512.Load(taps[0] + x), second = Vector512.Load(taps[1] + x);
            Vector512<short> weight = Vector512.Create(*weights).AsInt16();
            Vector512<byte> lower = Wide.UnpackLow(first, second), upper = Wide.UnpackHigh(first, second);
            sum0 += Wide.MultiplyAddAdjacent(Low(lower), weight);
            sum1 += Wide.MultiplyAddAdjacent(High(lower), weight);
            sum2 += Wide.MultiplyAddAdjacent(Low(upper), weight);
            sum3 += Wide.MultiplyAddAdjacent(High(upper), weight);
        }

        Store(sum0, sum1, sum2, sum3, split.Bits[index], result + x);
        Vector512<int> remainder = Vector512.Create((1 << split.Bits[index]) - 1);
        Vector512<int> least = Vector512.Min(
            Vector512.Min(sum0 & remainder, sum1 & remainder), Vector512.Min(sum2 & remainder, sum3 & remainder));
        return !Vector512.GreaterThanAny(Vector512.Create(split.Doubt[index]), least);
    }

    private static void Exact(AxisWeights axis, SplitWeights split, int index, int* highs, int* lows, byte** taps, byte* result, int x)
    {
        Vector512<int> high0 = default, high1 = default, high2 = default, high3 = default;
        Vector512<int> low0 = Vector512.Create(Fixed.Half(axis.Bits)), low1 = low0, low2 = low0, low3 = low0;
        for (int pair = 0; pair < split.Blocks; pair++, taps += 2)
        {
            Vector512<byte> first = Vector512.Load(taps[0] + x), second = Vector512.Load(taps[1] + x);
            Vector512<short> high = Vector512.Create(highs[pair]).AsInt16(), low = Vector512.Create(lows[pair]).AsInt16();
            Vector512<byte> lower = Wide.UnpackLow(first, second), upper = Wide.UnpackHigh(first, second);
            high0 += Wide.MultiplyAddAdjacent(Low(lower), high);
            low0 += Wide.MultiplyAddAdjacent(Low(lower), low);
            high1 += Wide.MultiplyAddAdjacent(High(lower), high);
            low1 += Wide.MultiplyAddAdjacent(High(lower), low);
            high2 += Wide.MultiplyAddAdjacent(Low(upper), high);
            low2 += Wide.MultiplyAddAdjacent(Low(upper), low);
            high3 += Wide.MultiplyAddAdjacent(High(upper), high);
            low3 += Wide.MultiplyAddAdjacent(High(upper), low);
        }

        int shift = split.Shifts[index];
        Store((high0 << shift) + low0, (high1 << shift) + low1, (high2 << shift) + low2, (high3 << shift) + low3, axis.Bits, result + x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Low(Vector512<byte> pairs) => Wide.UnpackLow(pairs, Vector512<byte>.Zero).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> High(Vector512<byte> pairs) => Wide.UnpackHigh(pairs, Vector512<byte>.Zero).AsInt16();

    /// <summary>Unpacking and packing both stay within 128-bit halves, so the bytes are back in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> sum0, Vector512<int> sum1, Vector512<int> sum2, Vector512<int> sum3, int bits, byte* result)
    {
        Vector128<int> count = Vector128.CreateScalar(bits);
        Wide.PackUnsignedSaturate(
            Wide.PackSignedSaturate(Wide.ShiftRightArithmetic(sum0, count), Wide.ShiftRightArithmetic(sum1, count)),
            Wide.PackSignedSaturate(Wide.ShiftRightArithmetic(sum2, count), Wide.ShiftRightArithmetic(sum3, count))).Store(result);
    }
}
