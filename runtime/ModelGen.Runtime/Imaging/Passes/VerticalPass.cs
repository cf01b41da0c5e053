using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Mixes rows into one: each byte column by itself, whatever the bytes mean.</summary>
internal static unsafe class VerticalPass
{
    /// <summary>Makes target row <paramref name="index"/>.</summary>
    /// <param name="path">Which instructions to use.</param>
    /// <param name="axis">Weights of the axis.</param>
    /// <param name="split">The same in pairs of taps.</param>
    /// <param name="index">Which target row.</param>
    /// <param name="taps">The source row of each tap, an even number; those behind the window point anywhere readable.</param>
    /// <param name="result">Where the row goes.</param>
    /// <param name="length">Bytes of a row.</param>
    internal static void Run(VectorPath path, AxisWeights axis, SplitWeights split, int index, byte** taps, byte* result, int length)
    {
        int done = 0;
        fixed (int* all = axis.Weights)
        {
            int* weights = all + (nint)index * axis.Taps;
            if (path == VectorPath.Avx512)
                done = VerticalAvx512.Run(axis, split, index, taps, result, length);
            else if (path == VectorPath.Avx2)
                done = VerticalAvx2.Run(axis, split, index, taps, result, length);
            else if (path == VectorPath.Portable)
                done = Portable(axis, weights, taps, result, length);
            Scalar(axis, weights, taps, result, done, length);
        }
    }

    private static void Scalar(AxisWeights axis, int* weights, byte** taps, byte* result, int from, int length)
    {
        for (int x = from; x < length; x++)
        {
            int sum = 0;
            for (int tap = 0; tap < axis.Taps; tap++) sum += weights[tap] * taps[tap][x];
            result[x] = Fixed.ToByte(sum, axis.Bits);
        }
    }

    private static int Portable(AxisWeights axis, int* weights, byte** taps, byte* result, int length)
    {
        int x = 0;
        for (; x <= length - 16; x += 16)
        {
            Vector128<int> sum0 = Vector128.Create(Fixed.Half(axis.Bits)), sum1 = sum0, sum2 = sum0, sum3 = sum0;
            for (int tap = 0; tap < axis.Taps; tap++)
            {
                (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(Vector128.Load(taps[tap] + x));
                sum0 += Vector128.WidenLower(lower).AsInt32() * weights[tap];
                sum1 += Vector128.WidenUpper(lower).AsInt32() * weights[tap];
                sum2 += Vector128.WidenLower(upper).AsInt32() * weights[tap];
                sum3 += Vector128.WidenUpper(upper).AsInt32() * weights[tap];
            }

            Vector128<ushort> low = Vector128.Narrow(Level(sum0, axis.Bits), Level(sum1, axis.Bits));
            Vector128<ushort> high = Vector128.Narrow(Level(sum2, axis.Bits), Level(sum3, axis.Bits));
            Vector128.Narrow(low, high).Store(result + x);
        }

        return x;
    }

    private static Vector128<uint> Level(Vector128<int> sum, int bits) =>
        Vector128.Min(Vector128.Max(Vector128.ShiftRightArithmetic(sum, bits), Vector128<int>.Zero), Vector128.Create(255)).AsUInt32();
}
