using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Rows that are not filtered along x: picks pixels, and puts channels in the tensor's order.</summary>
internal static unsafe class PixelCopy
{
    /// <summary>Colour pixels to four bytes each: the channels in the tensor's order, then 0.</summary>
    /// <param name="path">Which instructions to use.</param>
    /// <param name="columns">Which columns, relative to the first.</param>
    /// <param name="order">Where the channels are.</param>
    /// <param name="row">The source row from the first column on, exactly <see cref="AxisPlan.SourceCount"/> pixels.</param>
    /// <param name="result">Where the pixels go.</param>
    internal static void Color(VectorPath path, AxisPlan columns, PixelOrder order, byte* row, uint* result)
    {
        int x = 0;
        if (columns.IsCopy && path != VectorPath.Scalar) x = Consecutive(columns.SourceCount, order, row, result);
        for (; x < columns.Map.Length; x++)
        {
            byte* pixel = row + (nint)columns.Map[x] * order.Bytes;
            result[x] = pixel[order.First] | (uint)pixel[1] << 8 | (uint)pixel[order.Last] << 16;
        }
    }

    /// <summary>Gray pixels.</summary>
    internal static void Gray(AxisPlan columns, byte* row, byte* result)
    {
        if (columns.IsCopy)
        {
            new ReadOnlySpan<byte>(row, columns.SourceCount).CopyTo(new Span<byte>(result, columns.SourceCount));
            return;
        }

        for (int x = 0; x < columns.Map.Length; x++) result[x] = row[columns.Map[x]];
    }

    // Four pixels a load of 16 bytes; stops where a load would leave the row.
    private static int Consecutive(int count, PixelOrder order, byte* row, uint* result)
    {
        byte f = (byte)order.First, l = (byte)order.Last, n = (byte)order.Bytes;
        const byte Zero = 0x80;
        Vector128<byte> gather = Vector128.Create(
            f, 1, l, Zero, (byte)(n + f), (byte)(n + 1), (byte)(n + l), Zero,
            (byte)(2 * n + f), (byte)(2 * n + 1), (byte)(2 * n + l), Zero, (byte)(3 * n + f), (byte)(3 * n + 1), (byte)(3 * n + l), Zero);
        int x = 0;
        for (; (nint)x * n + 16 <= (nint)count * n; x += 4)
            Vector128.Shuffle(Vector128.Load(row + (nint)x * n), gather).AsUInt32().Store(result + x);
        return x;
    }
}
