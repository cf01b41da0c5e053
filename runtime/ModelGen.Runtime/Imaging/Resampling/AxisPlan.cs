namespace ModelGen;

/// <summary>What happens along one axis: which targets exist, and whether they are picked or filtered from the source.</summary>
internal sealed class AxisPlan
{
    private AxisPlan(AxisWeights? weights, int[] map)
    {
        Weights = weights;
        First = weights?.First ?? map[0];
        End = weights?.End ?? map[^1] + 1;
        for (int i = 0; i < map.Length; i++) map[i] -= First;
        Map = map;
    }

    /// <summary>The filter's windows; null when pixels are picked by <see cref="Map"/>.</summary>
    internal AxisWeights? Weights { get; }

    /// <summary>Source index of each target, relative to <see cref="First"/>; empty when filtered.</summary>
    internal int[] Map { get; }

    /// <summary>First source index that is needed.</summary>
    internal int First { get; }

    /// <summary>Index behind the last source pixel that is needed.</summary>
    internal int End { get; }

    /// <summary>Source pixels that are needed, from first to last.</summary>
    internal int SourceCount => End - First;

    /// <summary>Whether targets are consecutive source pixels.</summary>
    internal bool IsCopy => Weights is null && Map.Length == SourceCount;

    internal static AxisPlan Build(ImageResize resize, int source, int scaled, AxisSpan span)
    {
        if (source == scaled) return new AxisPlan(null, NearestMap.Identity(span.From, span.Count));
        if (resize.Arithmetic is ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4)
            return new AxisPlan(null, OpenCvNearest.Build(resize, source, scaled, span.From, span.Count));
        if (resize.Filter == ResizeFilter.Nearest)
            return new AxisPlan(null, NearestMap.Build(source, scaled, span.From, span.Count));
        return new AxisPlan(AxisWeights.Build(resize.Filter, resize.Arithmetic, source, scaled, span.From, span.Count), []);
    }
}
