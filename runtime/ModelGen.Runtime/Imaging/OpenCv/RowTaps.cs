namespace ModelGen;

/// <summary>For each target row the source rows that it is mixed from, the outermost repeated at the edges, and their weights.</summary>
internal sealed class RowTaps
{
    private RowTaps(int taps, int[] rows, short[] weights) => (Taps, Rows, Weights) = (taps, rows, weights);

    /// <summary>Rows that are mixed.</summary>
    internal int Taps { get; }

    /// <summary>Source rows in ascending order, <see cref="Taps"/> a target row.</summary>
    internal int[] Rows { get; }

    /// <summary>Their weights.</summary>
    internal short[] Weights { get; }

    internal static RowTaps Build(TapKind kind, int source, int target, AxisSpan span)
    {
        int taps = kind.Taps();
        var rows = new int[checked(span.Count * taps)];
        var weights = new short[rows.Length];
        for (int i = 0; i < span.Count; i++)
        {
            OpenCvPosition position = kind.Position(source, target, span.From + i, alongRows: false);
            kind.Weights(position.Fraction, weights.AsSpan(i * taps, taps));
            for (int tap = 0; tap < taps; tap++) rows[i * taps + tap] = Math.Clamp(position.Index - kind.Lead() + tap, 0, source - 1);
        }

        return new RowTaps(taps, rows, weights);
    }
}
