using System.Numerics;

namespace ModelGen;

/// <summary>Sums of weighted rows: each product and each sum is rounded for itself, as the libraries do, on every machine.</summary>
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

    /// <summary>result += row · weight.</summary>
    internal static void Add<T>(ReadOnlySpan<T> row, T weight, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int x = 0;
        for (; x <= row.Length - Vector<T>.Count; x += Vector<T>.Count)
            (new Vector<T>(result[x..]) + new Vector<T>(row[x..]) * weight).CopyTo(result[x..]);
        for (; x < row.Length; x++) result[x] += row[x] * weight;
    }
}
