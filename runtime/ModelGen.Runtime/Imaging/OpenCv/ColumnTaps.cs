namespace ModelGen;

/// <summary>For each target column a window of neighbouring source columns and their weights.</summary>
/// <remarks>
/// Windows lie within the picture: OpenCV repeats the outermost pixel, whose weights are added up here; sums of integers do not change by it.
/// Only where the picture is narrower than a window do weights of 0 lie behind it.
/// </remarks>
internal sealed class ColumnTaps
{
    private ColumnTaps(int taps, int first, int end, int[] offsets, short[] weights) =>
        (Taps, First, End, Offsets, Weights) = (taps, first, end, offsets, weights);

    /// <summary>Source pixels of a window.</summary>
    internal int Taps { get; }

    /// <summary>First source column that is needed.</summary>
    internal int First { get; }

    /// <summary>Index behind the last source column that is needed.</summary>
    internal int End { get; }

    /// <summary>Bytes from <see cref="First"/> to each window. There are more windows than columns, to make steps of vectors whole; they repeat the last.</summary>
    internal int[] Offsets { get; }

    /// <summary>Weights, <see cref="Taps"/> a window.</summary>
    internal short[] Weights { get; }

    /// <summary>The windows of an axis.</summary>
    /// <param name="kind">How pixels are mixed.</param>
    /// <param name="source">Pixels of the source axis.</param>
    /// <param name="target">Pixels of the whole target axis.</param>
    /// <param name="span">Which targets.</param>
    /// <param name="windows">How many windows there are to be, at least those of <paramref name="span"/>.</param>
    /// <param name="bytes">Bytes of a source pixel.</param>
    internal static ColumnTaps Build(TapKind kind, int source, int target, AxisSpan span, int windows, int bytes)
    {
        int taps = kind.Taps();
        var offsets = new int[windows];
        var weights = new short[checked(windows * taps)];
        Span<short> unfolded = stackalloc short[taps];
        for (int i = 0; i < windows; i++)
        {
            OpenCvPosition position = kind.Position(source, target, span.From + Math.Min(i, span.Count - 1), alongRows: true);
            kind.Weights(position.Fraction, unfolded);
            int start = position.Index - kind.Lead(), window = Math.Clamp(start, 0, Math.Max(source - taps, 0));
            for (int tap = 0; tap < taps; tap++)
                weights[i * taps + Math.Clamp(start + tap, 0, source - 1) - window] += unfolded[tap];
            offsets[i] = window;
        }

        int first = offsets[0], end = Math.Min(offsets[^1] + taps, source);
        for (int i = 0; i < windows; i++) offsets[i] = (offsets[i] - first) * bytes;
        return new ColumnTaps(taps, first, end, offsets, weights);
    }
}
