namespace ModelGen;

/// <summary>Filters <see cref="ResamplePlan.Strip"/> rows along x. Sources start at the plan's first column.</summary>
/// <remarks>
/// Vector paths read up to <see cref="ReadEnd"/> bytes of a row; what they read past its pixels meets weights of 0.
/// Callers see to it that these bytes exist.
/// </remarks>
internal static unsafe class HorizontalPass
{
    /// <summary>Bytes of a 4-pixel load in the colour pass and of an 8-pixel load in the gray one.</summary>
    private const int ColorLoad = 16;
    private const int GrayLoad = 8;

    /// <summary>How far a row is read, in bytes from the first column.</summary>
    internal static int ReadEnd(ResamplePlan plan, int bytesPerPixel)
    {
        SplitWeights split = plan.Horizontal!;
        int lastBlock = plan.Columns.Weights!.Starts[^1] + (split.Blocks - 1) * split.Block;
        return checked(lastBlock * bytesPerPixel + (plan.Lanes == 1 ? GrayLoad : ColorLoad));
    }

    /// <summary>Colour rows to rows of four bytes a pixel: the channels in the tensor's order, then a byte of no meaning.</summary>
    internal static void Color(VectorPath path, ResamplePlan plan, PixelOrder order, byte** rows, byte** results)
    {
        switch (path)
        {
            case VectorPath.Avx2:
                HorizontalColorAvx2.Run(plan.Columns.Weights!, plan.Horizontal!, order, rows, results);
                break;
            case VectorPath.Portable:
                for (int row = 0; row < ResamplePlan.Strip; row++)
                    HorizontalColorPortable.Run(plan.Columns.Weights!, order, rows[row], (uint*)results[row]);
                break;
            default:
                for (int row = 0; row < ResamplePlan.Strip; row++) Color(plan.Columns.Weights!, order, rows[row], results[row]);
                break;
        }
    }

    /// <summary>Gray rows to gray rows.</summary>
    internal static void Gray(VectorPath path, ResamplePlan plan, byte** rows, byte** results)
    {
        if (path == VectorPath.Avx2)
        {
            for (int row = 0; row < ResamplePlan.Strip; row += HorizontalGrayAvx2.Rows)
                HorizontalGrayAvx2.Run(plan.Columns.Weights!, plan.Horizontal!, rows + row, results + row);
            return;
        }

        for (int row = 0; row < ResamplePlan.Strip; row++) Gray(plan.Columns.Weights!, rows[row], results[row]);
    }

    private static void Color(AxisWeights axis, PixelOrder order, byte* row, byte* result)
    {
        for (int x = 0; x < axis.Starts.Length; x++, result += 4)
        {
            int first = 0, second = 0, third = 0, start = axis.Starts[x], at = x * axis.Taps;
            int taps = Math.Min(axis.Taps, axis.End - axis.First - start);   // windows cut at the edge end in zeros, without pixels
            byte* pixel = row + start * order.Bytes;
            for (int tap = 0; tap < taps; tap++, pixel += order.Bytes)
            {
                int weight = axis.Weights[at + tap];
                first += weight * pixel[order.First];
                second += weight * pixel[1];
                third += weight * pixel[order.Last];
            }

            result[0] = Fixed.ToByte(first, axis.Bits);
            result[1] = Fixed.ToByte(second, axis.Bits);
            result[2] = Fixed.ToByte(third, axis.Bits);
            result[3] = 0;
        }
    }

    private static void Gray(AxisWeights axis, byte* row, byte* result)
    {
        for (int x = 0; x < axis.Starts.Length; x++)
        {
            int sum = 0, start = axis.Starts[x], at = x * axis.Taps;
            int taps = Math.Min(axis.Taps, axis.End - axis.First - start);
            for (int tap = 0; tap < taps; tap++) sum += axis.Weights[at + tap] * row[start + tap];
            result[x] = Fixed.ToByte(sum, axis.Bits);
        }
    }
}
