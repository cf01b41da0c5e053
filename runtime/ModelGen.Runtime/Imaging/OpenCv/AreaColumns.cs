using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Mixes the columns of <see cref="AreaPlan.Strip"/> rows to float32 sums: each product and each sum is rounded, from left to right.</summary>
internal static unsafe class AreaColumns
{
    /// <summary>Mixes the columns.</summary>
    /// <param name="path">Which instructions to use.</param>
    /// <param name="plan">The plan for the picture's size.</param>
    /// <param name="rows">Source rows from the first needed column on; readable up to the plan's reach.</param>
    /// <param name="results">Where <see cref="AreaPlan.Elements"/> numbers of each row go.</param>
    internal static void Run(VectorPath path, AreaPlan plan, byte** rows, float** results)
    {
        if (path == VectorPath.Scalar)
        {
            for (int i = 0; i < AreaPlan.Strip; i++) Scalar(plan, rows[i], results[i]);
        }
        else if (plan.Lanes == 1)
        {
            Gray(plan.Columns, rows, results);
        }
        else if (path.HasAvx2())
        {
            AreaColumnsAvx2.Run(plan, rows, results);
        }
        else
        {
            for (int i = 0; i < AreaPlan.Strip; i++) Portable(plan, rows[i], results[i]);
        }
    }

    private static void Scalar(AreaPlan plan, byte* row, float* result)
    {
        AreaAxis columns = plan.Columns;
        int* channels = stackalloc int[] { plan.Lanes == 1 ? 0 : plan.Order.First, 1, plan.Order.Last, plan.Order.Last };
        for (int i = 0; i < plan.Elements; i++)
        {
            int x = i / plan.Lanes;
            byte* level = row + (nint)columns.Starts[x] * plan.WorkingBytes + channels[i % plan.Lanes];
            float sum = 0;
            for (int tap = 0; tap < columns.Counts[x]; tap++) sum += level[tap * plan.WorkingBytes] * columns.Weights[x * columns.Taps + tap];
            result[i] = sum;
        }
    }

    // A lane for each channel.
    private static void Portable(AreaPlan plan, byte* row, float* result)
    {
        AreaAxis columns = plan.Columns;
        Vector128<int> order = Vector128.Create(plan.Order.First, 1, plan.Order.Last, 3);
        int bytes = plan.WorkingBytes, taps = columns.Taps;
        fixed (float* all = columns.Weights)
        {
            float* weight = all;
            for (int x = 0; x < columns.Starts.Length; x++)
            {
                byte* pixel = row + (nint)columns.Starts[x] * bytes;
                Vector128<float> sum = Vector128<float>.Zero;
                for (int tap = 0; tap < taps; tap++, weight++, pixel += bytes) sum += Load(pixel) * *weight;
                Vector128.Shuffle(sum, order).Store(result + x * 4);
            }
        }
    }

    // A lane for each row; four pixels of each are in its lane at once.
    private static void Gray(AreaAxis columns, byte** rows, float** results)
    {
        byte* a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        float* first = results[0], second = results[1], third = results[2], fourth = results[3];
        int blocks = columns.Taps / AreaPlan.Block, rest = columns.Taps % AreaPlan.Block;
        Vector128<uint> low = Vector128.Create(0xFFu);
        fixed (float* all = columns.Weights)
        fixed (int* starts = columns.Starts)
        {
            float* weight = all;
            for (int x = 0; x < columns.Starts.Length; x++, weight += rest)
            {
                Vector128<float> sum = Vector128<float>.Zero;
                nint i = starts[x];
                for (int block = 0; block < blocks; block++, i += AreaPlan.Block, weight += AreaPlan.Block)
                {
                    Vector128<uint> pixels = Vector128.Create(*(uint*)(a + i), *(uint*)(b + i), *(uint*)(c + i), *(uint*)(d + i));
                    sum += Vector128.ConvertToSingle((pixels & low).AsInt32()) * weight[0];
                    sum += Vector128.ConvertToSingle(((pixels >>> 8) & low).AsInt32()) * weight[1];
                    sum += Vector128.ConvertToSingle(((pixels >>> 16) & low).AsInt32()) * weight[2];
                    sum += Vector128.ConvertToSingle((pixels >>> 24).AsInt32()) * weight[3];
                }

                Vector128<uint> last = Vector128.Create(*(uint*)(a + i), *(uint*)(b + i), *(uint*)(c + i), *(uint*)(d + i));
                for (int tap = 0; tap < rest; tap++, last >>>= 8) sum += Vector128.ConvertToSingle((last & low).AsInt32()) * weight[tap];
                first[x] = sum[0];
                second[x] = sum[1];
                third[x] = sum[2];
                fourth[x] = sum[3];
            }
        }
    }

    private static Vector128<float> Load(byte* pixel) => Vector128.ConvertToSingle(
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)pixel).AsByte())).AsInt32());
}
