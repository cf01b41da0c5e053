using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Adds up bytes of rows to 32-bit sums, column by column.</summary>
internal static unsafe class BlockRows
{
    /// <summary>Adds up to <see cref="BlockPlan.Strip"/> rows of <paramref name="length"/> bytes, a multiple of 32, to sums or in place of them.</summary>
    internal static void Add(VectorPath path, byte** rows, int count, int* sums, int length, bool isFirst)
    {
        if (path == VectorPath.Scalar)
        {
            for (int i = 0; i < length; i++)
            {
                int sum = isFirst ? 0 : sums[i];
                for (int row = 0; row < count; row++) sum += rows[row][i];
                sums[i] = sum;
            }
        }
        else if (path == VectorPath.Portable)
        {
            for (int i = 0; i < length; i += 16) Sixteen(rows, count, sums + i, i, isFirst);
        }
        else
        {
            for (int i = 0; i < length; i += 32) ThirtyTwo(rows, count, sums + i, i, isFirst);
        }
    }

    private static void ThirtyTwo(byte** rows, int count, int* sums, int i, bool isFirst)
    {
        Vector256<ushort> low = Vector256<ushort>.Zero, high = low;
        for (int row = 0; row < count; row++)
        {
            low += Vector256.Create(Vector128.WidenLower(Vector128.Load(rows[row] + i)), Vector128.WidenUpper(Vector128.Load(rows[row] + i)));
            high += Vector256.Create(Vector128.WidenLower(Vector128.Load(rows[row] + i + 16)), Vector128.WidenUpper(Vector128.Load(rows[row] + i + 16)));
        }

        Store(low, sums, isFirst);
        Store(high, sums + 16, isFirst);
    }

    private static void Store(Vector256<ushort> sum, int* sums, bool isFirst)
    {
        (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(sum);
        if (!isFirst) (low, high) = (low + Vector256.Load(sums).AsUInt32(), high + Vector256.Load(sums + 8).AsUInt32());
        low.AsInt32().Store(sums);
        high.AsInt32().Store(sums + 8);
    }

    private static void Sixteen(byte** rows, int count, int* sums, int i, bool isFirst)
    {
        Vector128<ushort> low = Vector128<ushort>.Zero, high = low;
        for (int row = 0; row < count; row++)
        {
            (Vector128<ushort> a, Vector128<ushort> b) = Vector128.Widen(Vector128.Load(rows[row] + i));
            low += a;
            high += b;
        }

        Store(low, sums, isFirst);
        Store(high, sums + 8, isFirst);
    }

    private static void Store(Vector128<ushort> sum, int* sums, bool isFirst)
    {
        (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(sum);
        if (!isFirst) (low, high) = (low + Vector128.Load(sums).AsUInt32(), high + Vector128.Load(sums + 4).AsUInt32());
        low.AsInt32().Store(sums);
        high.AsInt32().Store(sums + 4);
    }
}
