using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Adds up neighbouring sums of columns and divides by the pixels of a block.</summary>
/// <remarks>Blocks of 2×2 round half up in integers; others multiply by the float32 of 1 ÷ pixels and round half to even.</remarks>
internal static unsafe class BlockColumns
{
    internal static void Run(VectorPath path, BlockPlan plan, int* sums, byte* result)
    {
        bool quarter = plan is { BlockWidth: 2, BlockHeight: 2 };
        float share = (float)(1 / ((double)plan.BlockWidth * plan.BlockHeight));
        if (plan.Lanes == 1 || path == VectorPath.Scalar) Scalar(plan, quarter, share, sums, result);
        else Color(plan, quarter, share, sums, (uint*)result);
    }

    private static void Scalar(BlockPlan plan, bool quarter, float share, int* sums, byte* result)
    {
        int bytes = plan.WorkingBytes;
        int* channels = stackalloc int[] { plan.Lanes == 1 ? 0 : plan.Order.First, 1, plan.Order.Last, plan.Order.Last };
        for (int x = 0; x < plan.Across.Count; x++, sums += (nint)plan.BlockWidth * bytes)
        {
            for (int lane = 0; lane < plan.Lanes; lane++)
            {
                int sum = 0;
                for (int i = 0; i < plan.BlockWidth; i++) sum += sums[i * bytes + channels[lane]];
                *result++ = (byte)(quarter ? (sum + 2) >> 2 : Math.Clamp((int)MathF.Round(sum * share, MidpointRounding.ToEven), 0, 255));
            }
        }
    }

    private static void Color(BlockPlan plan, bool quarter, float share, int* sums, uint* result)
    {
        // The low byte of each int32, in the tensor's order.
        Vector128<byte> pack = Vector128.Create(
            (byte)(plan.Order.First * 4), 4, (byte)(plan.Order.Last * 4), 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        int bytes = plan.WorkingBytes;
        for (int x = 0; x < plan.Across.Count; x++)
        {
            Vector128<int> sum = Vector128<int>.Zero;
            for (int i = 0; i < plan.BlockWidth; i++, sums += bytes) sum += Vector128.Load(sums);
            Vector128<int> level = quarter
                ? (sum + Vector128.Create(2)) >>> 2
                : Vector128.ConvertToInt32(Vector128.Round(Vector128.ConvertToSingle(sum) * share, MidpointRounding.ToEven));
            level = Vector128.Min(Vector128.Max(level, Vector128<int>.Zero), Vector128.Create(255));
            result[x] = Vector128.Shuffle(level.AsByte(), pack).AsUInt32().ToScalar();
        }
    }
}
