using System.Numerics;
using System.Numerics.Tensors;

namespace ModelGen;

/// <summary>Sums of weighted rows, rounded in the same places on every machine.</summary>
internal static class Weighted
{
    /// <summary>result = row · weight.</summary>
    internal static void Set<T>(ReadOnlySpan<T> row, T weight, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int x = 0;
        for (; x <= row.Length - Vector<T>.Count; x += Vector<T>.Count) (new Vector<T>(row[x..]) * weight).CopyTo(result[x..]);
        for (; x < row.Length; x++) result[x] = row[x] * weight;
    }

    /// <summary>result += row · weight, rounded once.</summary>
    internal static void AddFused<T>(ReadOnlySpan<T> row, T weight, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.FusedMultiplyAdd(row, weight, result, result);

    /// <summary>result += row · weight; the product and the sum are rounded each for itself.</summary>
    internal static void Add<T>(ReadOnlySpan<T> row, T weight, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int x = 0;
        for (; x <= row.Length - Vector<T>.Count; x += Vector<T>.Count)
            (new Vector<T>(result[x..]) + new Vector<T>(row[x..]) * weight).CopyTo(result[x..]);
        for (; x < row.Length; x++) result[x] += row[x] * weight;
    }
}
