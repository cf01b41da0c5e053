namespace ModelGen;

/// <summary>Filters <see cref="ResamplePlan.Strip"/> rows along x. Sources start at the plan's first column.</summary>
/// <remarks>
/// Vector paths read up to <see cref="ReadEnd"/> bytes of a row; what they read past its pixels meets weights of 0.
/// Callers see to it that these bytes exist.
/// </remarks>
internal static unsafe class HorizontalPass
{
    /// <summary>Bytes of a load in the portable colour pass and in the gray one.</summary>
    private const int ColorLoad = 4;
    private const int GrayLoad = 8;

    /// <summary>How far a row is read, in bytes from the first column.</summary>
    internal static int ReadEnd(ResamplePlan plan, int bytesPerPixel)
    {
        if (plan.Tiles is { } tiles) return GatherColorAvx2.ReadEnd(tiles.SourceEnds[^1], bytesPerPixel);
        int end = checked(plan.Columns.SourceCount * bytesPerPixel);
        if (plan.Lanes != 1) return checked(end + ColorLoad - bytesPerPixel);
        SplitWeights split = plan.Horizontal!;
        return Math.Max(end, plan.Columns.Weights!.Starts[^1] + (split.Blocks - 1) * split.Block + GrayLoad);
    }

    /// <summary>Colour rows to rows of four bytes a pixel: the channels in the tensor's order, then a byte of no meaning.</summary>
    /// <param name="path">Which instructions to use.</param>
    /// <param name="plan">The plan for the picture's size.</param>
    /// <param name="order">Where the channels are in a source pixel.</param>
    /// <param name="rows">The source rows.</param>
    /// <param name="results">The target rows.</param>
    /// <param name="gathered">Scratch memory of <see cref="HorizontalColorAvx2.Scratch"/> bytes.</param>
    internal static void Color(VectorPath path, ResamplePlan plan, PixelOrder order, byte** rows, byte** results, byte* gathered)
    {
        switch (path)
        {
            case >= VectorPath.Avx2 when plan.Tiles is not null:
                HorizontalColorAvx2.Run(plan, order, rows, results, gathered);
                break;
            case >= VectorPath.Portable:
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
        if (path.HasAvx2())
        {
            for (int row = 0; row < ResamplePlan.Strip; row += HorizontalGrayAvx2.Rows)
                HorizontalGrayAvx2.Run(plan.Columns.Weights!, plan.Horizontal!, rows + row, results + row);
            return;
        }

        for (int row = 0; row < ResamplePlan.Strip; row++) Gray(plan.Columns.Weights!, rows[row], results[row]);
    }

    /// <summary>One value by the definition.</summary>
    /// <param name="axis">Weights of the axis.</param>
    /// <param name="x">Which target.</param>
    /// <param name="row">The channel's byte in the first pixel of the source row.</param>
    /// <param name="pixel">Bytes from one pixel to the next.</param>
    internal static byte Value(AxisWeights axis, int x, byte* row, int pixel)
    {
        int sum = 0, start = axis.Starts[x];
        int taps = Math.Min(axis.Taps, axis.End - axis.First - start);   // windows cut at the edge end in zeros, without pixels
        ReadOnlySpan<int> weights = axis.Weights.AsSpan(x * axis.Taps, taps);
        row += (nint)start * pixel;
        for (int tap = 0; tap < weights.Length; tap++, row += pixel) sum += weights[tap] * *row;
        return Fixed.ToByte(sum, axis.Bits);
    }

    private static void Color(AxisWeights axis, PixelOrder order, byte* row, byte* result)
    {
        for (int x = 0; x < axis.Starts.Length; x++, result += 4)
        {
            result[0] = Value(axis, x, row + order.First, order.Bytes);
            result[1] = Value(axis, x, row + 1, order.Bytes);
            result[2] = Value(axis, x, row + order.Last, order.Bytes);
            result[3] = 0;
        }
    }

    private static void Gray(AxisWeights axis, byte* row, byte* result)
    {
        for (int x = 0; x < axis.Starts.Length; x++) result[x] = Value(axis, x, row, 1);
    }
}
