using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Mixes the columns of four rows with two rows a vector and a lane for each channel; a load takes four pixels of a row.</summary>
internal static unsafe class AreaColumnsAvx2
{
    internal static void Run(AreaPlan plan, byte** rows, float** results)
    {
        AreaAxis columns = plan.Columns;
        Vector256<byte> first = Mask(plan.Order, 0), second = Mask(plan.Order, 1), third = Mask(plan.Order, 2), fourth = Mask(plan.Order, 3);
        byte* a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        nint bytes = plan.WorkingBytes;
        int blocks = columns.Taps / AreaPlan.Block, rest = columns.Taps % AreaPlan.Block;
        fixed (float* all = columns.Weights)
        fixed (int* starts = columns.Starts)
        {
            float* weight = all;
            nint result = 0;
            for (int x = 0; x < columns.Starts.Length; x++, result += 4)
            {
                nint at = starts[x] * bytes;
                Vector256<float> ab = Vector256<float>.Zero, cd = ab;
                for (float* end = weight + blocks * AreaPlan.Block; weight < end; weight += AreaPlan.Block, at += AreaPlan.Block * bytes)
                {
                    Vector256<byte> upper = PairColumnsAvx2.Load(a + at, b + at), lower = PairColumnsAvx2.Load(c + at, d + at);
                    Add(upper, lower, first, weight, ref ab, ref cd);
                    Add(upper, lower, second, weight + 1, ref ab, ref cd);
                    Add(upper, lower, third, weight + 2, ref ab, ref cd);
                    Add(upper, lower, fourth, weight + 3, ref ab, ref cd);
                }

                if (rest != 0)
                {
                    Vector256<byte> upper = PairColumnsAvx2.Load(a + at, b + at), lower = PairColumnsAvx2.Load(c + at, d + at);
                    Add(upper, lower, first, weight, ref ab, ref cd);
                    if (rest > 1) Add(upper, lower, second, weight + 1, ref ab, ref cd);
                    if (rest > 2) Add(upper, lower, third, weight + 2, ref ab, ref cd);
                    weight += rest;
                }

                ab.GetLower().Store(results[0] + result);
                ab.GetUpper().Store(results[1] + result);
                cd.GetLower().Store(results[2] + result);
                cd.GetUpper().Store(results[3] + result);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        Vector256<byte> upper, Vector256<byte> lower, Vector256<byte> mask, float* weight, ref Vector256<float> ab, ref Vector256<float> cd)
    {
        Vector256<float> share = Avx.BroadcastScalarToVector256(weight);
        ab += Avx.ConvertToVector256Single(Avx2.Shuffle(upper, mask).AsInt32()) * share;
        cd += Avx.ConvertToVector256Single(Avx2.Shuffle(lower, mask).AsInt32()) * share;
    }

    /// <summary>Where the bytes of one of four neighbouring pixels go: an int32 lane for each channel of the tensor.</summary>
    private static Vector256<byte> Mask(PixelOrder order, int pixel)
    {
        int zeros = unchecked((int)0x80808000), at = pixel * order.Bytes;
        Vector128<int> half = Vector128.Create(zeros | (at + order.First), zeros | (at + 1), zeros | (at + order.Last), zeros | 0x80);
        return Vector256.Create(half, half).AsByte();
    }
}
