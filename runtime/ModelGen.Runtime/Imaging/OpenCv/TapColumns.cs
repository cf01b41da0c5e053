using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Mixes the columns of one source row. Sums are exact in 32 bits; what is kept of them depends on the kind.</summary>
/// <remarks>
/// Linear keeps int16 numbers, the sum without its last four bits (at most 255 · 2048 / 16 = 32,640); exact the sum (at most 255 · 256 = 65,280)
/// less 32,768; the others the sum itself. Colour pixels have four numbers, of which the last has no meaning.
/// </remarks>
internal static unsafe class TapColumns
{
    /// <summary>What linear cuts off between the passes.</summary>
    internal const int LinearShift = 4;

    /// <summary>What exact takes off, so that int16 holds the rest.</summary>
    internal const int ExactOffset = 1 << 15;

    /// <summary>Mixes one row.</summary>
    /// <param name="path">Which instructions to use.</param>
    /// <param name="plan">The plan for the picture's size.</param>
    /// <param name="row">The source row from the first needed column on; readable up to the plan's reach.</param>
    /// <param name="ahead">Bytes to a row that is wanted soon; 0 when none is.</param>
    /// <param name="result">Where <see cref="TapPlan.Elements"/> numbers go.</param>
    internal static void Run(VectorPath path, TapPlan plan, byte* row, nint ahead, byte* result)
    {
        if (path.HasAvx2() && !plan.Kind.IsWide()) PairColumnsAvx2.Run(plan, row, ahead, (short*)result);
        else if (path.HasAvx2() && plan.Lanes == 1) WideGrayAvx2.Run(plan, row, (int*)result);
        else if (path.HasAvx2()) WideColumnsAvx2.Run(plan, row, (int*)result);
        else if (path != VectorPath.Scalar && plan.Lanes != 1) Portable(plan, row, result);
        else Scalar(plan, row, result);
    }

    private static void Scalar(TapPlan plan, byte* row, byte* result)
    {
        ColumnTaps columns = plan.Columns;
        int pixel = plan.WorkingBytes, lanes = plan.Lanes;
        int* channels = stackalloc int[] { plan.Lanes == 1 ? 0 : plan.Order.First, 1, plan.Order.Last, plan.Order.Last };
        for (int i = 0; i < plan.Elements; i++)
        {
            int x = i / lanes, sum = 0;
            byte* level = row + columns.Offsets[x] + channels[i % lanes];
            for (int tap = 0; tap < columns.Taps; tap++)
            {
                int weight = columns.Weights[x * columns.Taps + tap];
                if (weight != 0) sum += weight * level[tap * pixel];   // there may be no pixel where the weight is 0
            }

            if (plan.Kind.IsWide()) ((int*)result)[i] = sum;
            else ((short*)result)[i] = (short)(plan.Kind == TapKind.Exact ? sum - ExactOffset : sum >> LinearShift);
        }
    }

    private static void Portable(TapPlan plan, byte* row, byte* result)
    {
        ColumnTaps columns = plan.Columns;
        Vector128<int> order = Vector128.Create(plan.Order.First, 1, plan.Order.Last, 3);
        int pixel = plan.WorkingBytes, taps = columns.Taps;
        fixed (short* all = columns.Weights)
        {
            short* weights = all;
            for (int x = 0; x < columns.Offsets.Length; x++, weights += taps)
            {
                byte* level = row + columns.Offsets[x];
                Vector128<int> sum = Vector128<int>.Zero;
                for (int tap = 0; tap < taps; tap++, level += pixel) sum += Load(level) * weights[tap];
                sum = Vector128.Shuffle(sum, order);
                if (plan.Kind.IsWide())
                {
                    sum.Store((int*)result + x * 4);
                    continue;
                }

                sum = plan.Kind == TapKind.Exact ? sum - Vector128.Create(ExactOffset) : sum >> LinearShift;
                Vector128.Narrow(sum, sum).GetLower().Store((short*)result + x * 4);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Load(byte* pixel) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)pixel).AsByte())).AsInt32();
}
