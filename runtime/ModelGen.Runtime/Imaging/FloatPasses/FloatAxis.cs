using System.Numerics;

namespace ModelGen;

/// <summary>For each target pixel of one axis: which source pixels it is made of, with weights in floating point.</summary>
/// <typeparam name="T">float or double: what the library computes in.</typeparam>
/// <remarks>Unlike windows, taps need not be neighbours, and one source pixel may come twice: mirrored and clamped borders are followed as they are.</remarks>
internal sealed class FloatAxis<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A quarter of a gigabyte; only axes of many millions of pixels come near.</summary>
    private const int MaxTaps = 1 << 24;

    private FloatAxis(int[] ends, int[] sources, T[] weights)
    {
        (Ends, Sources, Weights) = (ends, sources, weights);
        First = sources.Min();
        SourceCount = sources.Max() + 1 - First;
        for (int i = 0, from = 0; i < ends.Length; from = ends[i++])
        {
            int[] seen = sources[from..ends[i]];
            Reach = Math.Max(Reach, seen.Max() - seen.Min() + 1);
        }

        for (int i = 0; i < sources.Length; i++) sources[i] -= First;
        IsCopy = sources.Length == ends.Length && sources.AsSpan().SequenceEqual([.. Enumerable.Range(0, ends.Length)]) && Array.TrueForAll(weights, weight => weight == T.One);
    }

    /// <summary>For each target the index behind its last tap.</summary>
    internal int[] Ends { get; }

    /// <summary>Source index of each tap, relative to <see cref="First"/>.</summary>
    internal int[] Sources { get; }

    /// <summary>Weight of each tap.</summary>
    internal T[] Weights { get; }

    /// <summary>First source index that is needed.</summary>
    internal int First { get; }

    /// <summary>Source pixels that are needed, from first to last.</summary>
    internal int SourceCount { get; }

    /// <summary>Source pixels from the first to the last that one target sees, at most.</summary>
    internal int Reach { get; }

    /// <summary>Whether targets are consecutive source pixels.</summary>
    internal bool IsCopy { get; }

    /// <summary>Whether each tap is multiplied and added with one rounding.</summary>
    internal bool IsFused { get; private init; }

    /// <summary>Gathers the taps of the targets of a span.</summary>
    /// <param name="span">The targets.</param>
    /// <param name="tapsOf">Adds the taps of a target of the whole scaled axis: source index and weight.</param>
    /// <param name="isFused">See <see cref="IsFused"/>.</param>
    internal static FloatAxis<T> Of(AxisSpan span, Action<int, List<(int Source, T Weight)>> tapsOf, bool isFused = false)
    {
        var taps = new List<(int Source, T Weight)>();
        var ends = new int[span.Count];
        for (int i = 0; i < ends.Length; i++)
        {
            tapsOf(span.From + i, taps);
            ends[i] = taps.Count;
            if (taps.Count > MaxTaps)
                throw new ArgumentException($"Scaling needs more than {MaxTaps} weights along one side; scale the picture down first.");
        }

        return new FloatAxis<T>(ends, [.. taps.Select(tap => tap.Source)], [.. taps.Select(tap => tap.Weight)]) { IsFused = isFused };
    }
}
