namespace ModelGen;

/// <summary>For each target of one axis the source pixels whose area it covers, and the float32 shares of them.</summary>
internal sealed class AreaAxis
{
    /// <summary>Shares of the outermost pixels that are smaller than this are left out.</summary>
    private const double Least = 1e-3;

    private AreaAxis(int first, int end, int taps, int[] starts, int[] counts, float[] weights) =>
        (First, End, Taps, Starts, Counts, Weights) = (first, end, taps, starts, counts, weights);

    /// <summary>First source pixel that is needed.</summary>
    internal int First { get; }

    /// <summary>Index behind the last source pixel that is needed.</summary>
    internal int End { get; }

    /// <summary>The most source pixels of any target.</summary>
    internal int Taps { get; }

    /// <summary>First source pixel of each target, less <see cref="First"/>. There may be more than targets; they repeat the last.</summary>
    internal int[] Starts { get; }

    /// <summary>Source pixels of each target.</summary>
    internal int[] Counts { get; }

    /// <summary><see cref="Taps"/> shares a target; shorter rows end in zeros, which do not change a sum.</summary>
    internal float[] Weights { get; }

    /// <summary>The shares of an axis that shrinks or stays.</summary>
    /// <param name="source">Pixels of the source axis.</param>
    /// <param name="target">Pixels of the whole target axis.</param>
    /// <param name="span">Which targets.</param>
    /// <param name="targets">How many targets there are to be, at least those of <paramref name="span"/>.</param>
    /// <exception cref="ArgumentException">The axis is absurdly long.</exception>
    internal static AreaAxis Build(int source, int target, AxisSpan span, int targets)
    {
        double scale = OpenCvPosition.Scale(source, target);
        int taps = (int)Math.Min(Math.Ceiling(scale) + 2, source), used = 0, end = 0;
        if ((long)taps * targets > AxisWeights.MaxWeights)
        {
            throw new ArgumentException(
                $"Scaling {source} pixels to {target} needs {(long)taps * targets} weights, more than {AxisWeights.MaxWeights}; scale the picture down first.");
        }

        int[] starts = new int[targets], counts = new int[targets];
        var weights = new float[targets * taps];
        for (int i = 0; i < targets; i++)
        {
            (starts[i], counts[i]) = Shares(source, scale, span.From + Math.Min(i, span.Count - 1), weights.AsSpan(i * taps, taps));
            used = Math.Max(used, counts[i]);
            end = Math.Max(end, starts[i] + counts[i]);
        }

        int first = starts[0];
        for (int i = 0; i < targets; i++)
        {
            starts[i] -= first;
            weights.AsSpan(i * taps, used).CopyTo(weights.AsSpan(i * used, used));
        }

        return new AreaAxis(first, end, used, starts, counts, weights);
    }

    private static (int Start, int Count) Shares(int source, double scale, int i, Span<float> weights)
    {
        double from = i * scale, to = from + scale, cell = Math.Min(scale, source - from);
        int last = Math.Min((int)Math.Floor(to), source - 1), whole = Math.Min((int)Math.Ceiling(from), last), start = whole, count = 0;
        if (whole - from > Least)
        {
            start = whole - 1;
            weights[count++] = (float)((whole - from) / cell);
        }

        for (int k = whole; k < last; k++) weights[count++] = (float)(1 / cell);
        if (to - last > Least) weights[count++] = (float)(Math.Min(Math.Min(to - last, 1), cell) / cell);
        return (start, count);
    }
}
