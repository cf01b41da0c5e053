using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Mixes four or eight columns into one by multiply-add of int16 pairs, two colour pixels a step.</summary>
internal static unsafe class WideColumnsAvx2
{
    internal static void Run(TapPlan plan, byte* row, int* result)
    {
        Vector256<byte> pairs = PairColumnsAvx2.Pairs(plan.Order);
        nint pair = 2 * plan.WorkingBytes;
        int taps = plan.Columns.Taps, count = plan.Columns.Offsets.Length;
        fixed (int* offsets = plan.Columns.Offsets)
        fixed (short* weights = plan.Columns.Weights)
        {
            for (int x = 0; x < count; x += 2, result += 8)
            {
                byte* lower = row + offsets[x], upper = row + offsets[x + 1];
                int* first = (int*)(weights + (nint)x * taps), second = (int*)(weights + (nint)(x + 1) * taps);
                Vector256<int> sum = Vector256<int>.Zero;
                for (int tap = 0; tap < taps / 2; tap++, lower += pair, upper += pair)
                {
                    Vector256<int> weight = Vector256.Create(Vector128.Create(first[tap]), Vector128.Create(second[tap]));
                    sum += Avx2.MultiplyAddAdjacent(Avx2.Shuffle(PairColumnsAvx2.Load(lower, upper), pairs).AsInt16(), weight.AsInt16());
                }

                sum.Store(result);
            }
        }
    }
}
