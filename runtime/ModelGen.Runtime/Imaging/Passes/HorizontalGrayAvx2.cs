using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The horizontal gray pass, four rows at a time in two vectors of two rows; a block is eight taps.</summary>
/// <remarks>High parts of weights settle nearly all pixels; see <see cref="SplitWeights"/>.</remarks>
internal static unsafe class HorizontalGrayAvx2
{
    /// <summary>Rows of one run.</summary>
    internal const int Rows = 4;

    internal static void Run(AxisWeights axis, SplitWeights split, byte** rows, byte** results)
    {
        byte* rowA = rows[0], rowB = rows[1], rowC = rows[2], rowD = rows[3];
        int count = axis.Starts.Length, blocks = split.Blocks;
        fixed (short* weights = split.High)
        fixed (int* starts = axis.Starts, bits = split.Bits, bias = split.Bias, doubt = split.Doubt)
        {
            short* weight = weights;
            for (int x = 0; x < count; x++)
            {
                nint offset = starts[x];
                Vector256<int> ab = default, cd = default;
                for (int block = 0; block < blocks; block++, offset += 8, weight += 8)
                {
                    Vector256<short> high = Avx2.BroadcastVector128ToVector256(weight);
                    ab += Avx2.MultiplyAddAdjacent(Pair(rowA + offset, rowB + offset), high);
                    cd += Avx2.MultiplyAddAdjacent(Pair(rowC + offset, rowD + offset), high);
                }

                Vector256<int> sums = Total(ab, cd) + Vector256.Create(bias[x]);
                Vector256<int> remainder = Vector256.Create((1 << bits[x]) - 1);
                Store(Avx2.ShiftRightArithmetic(sums, Vector128.CreateScalar(bits[x])), results, x);
                if (Vector256.GreaterThanAny(Vector256.Create(doubt[x]), sums & remainder)) Exact(axis, split, x, rows, results);
            }
        }
    }

    /// <summary>One column of the strip with both parts of the weights.</summary>
    private static void Exact(AxisWeights axis, SplitWeights split, int x, byte** rows, byte** results)
    {
        Vector256<int> highAB = default, highCD = default, lowAB = default, lowCD = default;
        fixed (short* highs = split.High, lows = split.Low)
        {
            nint at = (nint)x * split.Stride, offset = axis.Starts[x];
            for (int block = 0; block < split.Blocks; block++, offset += 8, at += 8)
            {
                Vector256<short> high = Avx2.BroadcastVector128ToVector256(highs + at), low = Avx2.BroadcastVector128ToVector256(lows + at);
                Vector256<short> ab = Pair(rows[0] + offset, rows[1] + offset), cd = Pair(rows[2] + offset, rows[3] + offset);
                highAB += Avx2.MultiplyAddAdjacent(ab, high);
                highCD += Avx2.MultiplyAddAdjacent(cd, high);
                lowAB += Avx2.MultiplyAddAdjacent(ab, low);
                lowCD += Avx2.MultiplyAddAdjacent(cd, low);
            }
        }

        Vector256<int> sums = Total((highAB << split.Shifts[x]) + lowAB, (highCD << split.Shifts[x]) + lowCD);
        Store((sums + Vector256.Create(Fixed.Half(axis.Bits))) >> axis.Bits, results, x);
    }

    /// <summary>Eight pixels of one row and eight of another, as int16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(byte* first, byte* second) =>
        Avx2.ConvertToVector256Int16(Vector128.Create(*(long*)first, *(long*)second).AsByte());

    /// <summary>The sum of each row: a c a c | b d b d.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Total(Vector256<int> ab, Vector256<int> cd)
    {
        Vector256<int> halves = Avx2.HorizontalAdd(ab, cd);
        return Avx2.HorizontalAdd(halves, halves);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> sums, byte** results, int x)
    {
        Vector256<int> levels = Vector256.Min(Vector256.Max(sums, Vector256<int>.Zero), Vector256.Create(255));
        results[0][x] = (byte)levels.GetElement(0);
        results[1][x] = (byte)levels.GetElement(4);
        results[2][x] = (byte)levels.GetElement(1);
        results[3][x] = (byte)levels.GetElement(5);
    }
}
