using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The horizontal gray pass, four rows at a time in two vectors of two rows; a block is eight taps.</summary>
internal static unsafe class HorizontalGrayAvx2
{
    internal static void Run(AxisWeights axis, SplitWeights split, byte** rows, byte** results)
    {
        Vector128<int> shift = Vector128.CreateScalar(split.Shift), bits = Vector128.CreateScalar(axis.Bits);
        Vector256<int> half = Vector256.Create(Fixed.Half(axis.Bits));
        byte* rowA = rows[0], rowB = rows[1], rowC = rows[2], rowD = rows[3];
        fixed (short* weights = split.Values)
        {
            short* weight = weights;
            for (int x = 0; x < axis.Starts.Length; x++)
            {
                nint offset = axis.Starts[x];
                Vector256<int> highAB = default, highCD = default, lowAB = default, lowCD = default;
                for (int block = 0; block < split.Blocks; block++, offset += 8, weight += 16)
                {
                    Vector256<short> high = Avx2.BroadcastVector128ToVector256(weight);
                    Vector256<short> low = Avx2.BroadcastVector128ToVector256(weight + 8);
                    Vector256<short> ab = Pair(rowA + offset, rowB + offset), cd = Pair(rowC + offset, rowD + offset);
                    highAB += Avx2.MultiplyAddAdjacent(ab, high);
                    highCD += Avx2.MultiplyAddAdjacent(cd, high);
                    lowAB += Avx2.MultiplyAddAdjacent(ab, low);
                    lowCD += Avx2.MultiplyAddAdjacent(cd, low);
                }

                Vector256<int> sums = Avx2.HorizontalAdd(
                    Avx2.ShiftLeftLogical(highAB, shift) + lowAB, Avx2.ShiftLeftLogical(highCD, shift) + lowCD);
                sums = Avx2.HorizontalAdd(sums, sums);   // a c a c | b d b d
                sums = Avx2.ShiftRightArithmetic(sums + half, bits);
                Vector256<int> levels = Vector256.Min(Vector256.Max(sums, Vector256<int>.Zero), Vector256.Create(255));
                results[0][x] = (byte)levels.GetElement(0);
                results[1][x] = (byte)levels.GetElement(4);
                results[2][x] = (byte)levels.GetElement(1);
                results[3][x] = (byte)levels.GetElement(5);
            }
        }
    }

    /// <summary>Eight pixels of one row and eight of another, as int16.</summary>
    private static Vector256<short> Pair(byte* first, byte* second) =>
        Avx2.ConvertToVector256Int16(Vector128.Create(*(long*)first, *(long*)second).AsByte());
}
