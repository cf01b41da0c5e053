using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Mixes four or eight gray columns into one by multiply-add of int16 pairs, eight pixels a step.</summary>
internal static unsafe class WideGrayAvx2
{
    internal static void Run(TapPlan plan, byte* row, int* result)
    {
        int count = plan.Columns.Offsets.Length;
        fixed (int* offsets = plan.Columns.Offsets)
        fixed (short* weights = plan.Columns.Weights)
        {
            if (plan.Columns.Taps == 4) Four(row, offsets, weights, count, result);
            else Eight(row, offsets, weights, count, result);
        }
    }

    private static void Four(byte* row, int* offsets, short* weights, int count, int* result)
    {
        for (int x = 0; x < count; x += 8, offsets += 8, weights += 32)
        {
            // Pixels 0 and 1, 4 and 5 | 2 and 3, 6 and 7.
            Vector256<int> sums = Avx2.HorizontalAdd(FourWindows(row, offsets, weights), FourWindows(row, offsets + 4, weights + 16));
            Avx2.Permute4x64(sums.AsInt64(), 0b11_01_10_00).AsInt32().Store(result + x);
        }
    }

    private static void Eight(byte* row, int* offsets, short* weights, int count, int* result)
    {
        Vector256<int> order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);
        for (int x = 0; x < count; x += 8, offsets += 8, weights += 64)
        {
            // Pixels 0, 2, 4, 6 | 1, 3, 5, 7.
            Vector256<int> first = Avx2.HorizontalAdd(TwoWindows(row, offsets, weights), TwoWindows(row, offsets + 2, weights + 16));
            Vector256<int> second = Avx2.HorizontalAdd(TwoWindows(row, offsets + 4, weights + 32), TwoWindows(row, offsets + 6, weights + 48));
            Avx2.PermuteVar8x32(Avx2.HorizontalAdd(first, second), order).Store(result + x);
        }
    }

    /// <summary>Two sums for each of four windows of four pixels.</summary>
    private static Vector256<int> FourWindows(byte* row, int* offsets, short* weights)
    {
        Vector128<uint> pixels = Vector128.Create(
            *(uint*)(row + offsets[0]), *(uint*)(row + offsets[1]), *(uint*)(row + offsets[2]), *(uint*)(row + offsets[3]));
        return Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(pixels.AsByte()), Vector256.Load(weights));
    }

    /// <summary>Four sums for each of two windows of eight pixels.</summary>
    private static Vector256<int> TwoWindows(byte* row, int* offsets, short* weights)
    {
        Vector128<ulong> pixels = Vector128.Create(*(ulong*)(row + offsets[0]), *(ulong*)(row + offsets[1]));
        return Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(pixels.AsByte()), Vector256.Load(weights));
    }
}
