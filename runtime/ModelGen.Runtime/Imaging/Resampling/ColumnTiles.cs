namespace ModelGen;

/// <summary>Target columns cut into runs whose source pixels, gathered for a strip of rows, stay in the nearest cache.</summary>
/// <param name="Pixels">Source pixels that the widest tile needs.</param>
/// <param name="Starts">First source pixel of each tile, a multiple of four.</param>
/// <param name="SourceEnds">Index behind the last source pixel of each tile; a multiple of four away from its start.</param>
/// <param name="Ends">Index behind the last target column of each tile.</param>
/// <remarks>A record for its constructor; nobody compares tiles.</remarks>
internal sealed record ColumnTiles(int Pixels, int[] Starts, int[] SourceEnds, int[] Ends)
{
    /// <summary>Target columns of a tile at most.</summary>
    internal const int MaxColumns = 128;

    /// <summary>Pixels of a window at most; wider ones are filtered without gathering, as their weights leave the caches anyway.</summary>
    private const int MaxWindow = 1 << 14;

    /// <summary>At 48 bytes a pixel (8 rows of 3 int16) this is a quarter of a first-level cache of 32 KiB; the source rows
    /// of this tile and the next want the rest.</summary>
    private const int Budget = 168;

    /// <summary>Source pixels that one step gathers.</summary>
    private const int Step = 4;

    /// <summary>Tiles of an axis; null when a window alone is too wide.</summary>
    internal static ColumnTiles? Of(AxisWeights axis, SplitWeights split)
    {
        if (split.Stride > MaxWindow) return null;
        var starts = new List<int>();
        var sourceEnds = new List<int>();
        var ends = new List<int>();
        int widest = 0;
        for (int from = 0, end; from < axis.Starts.Length; from = end)
        {
            int start = axis.Starts[from] / Step * Step;
            for (end = from + 1; end < axis.Starts.Length && end - from < MaxColumns && WindowEnd(end) - start <= Budget;) end++;
            int sourceEnd = start + (WindowEnd(end - 1) - start + Step - 1) / Step * Step;
            starts.Add(start);
            sourceEnds.Add(sourceEnd);
            ends.Add(end);
            widest = Math.Max(widest, sourceEnd - start);
        }

        return new ColumnTiles(widest, [.. starts], [.. sourceEnds], [.. ends]);

        int WindowEnd(int index) => axis.Starts[index] - split.Lead(axis, index) + split.Stride;
    }
}
