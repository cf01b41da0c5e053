namespace ModelGen;

/// <summary>Which source pixel each target pixel takes.</summary>
internal static class NearestMap
{
    /// <summary>Pillow's positions: a running sum in float64, so the steps before <paramref name="from"/> must be added too.</summary>
    internal static int[] Build(int source, int target, int from, int count)
    {
        var map = new int[count];
        double step = (double)source / target, position = 0.5 * step;
        for (int i = 0; i < from + count; i++, position += step)
        {
            if (i >= from) map[i - from] = Math.Min((int)position, source - 1);
        }

        return map;
    }

    /// <summary>Consecutive pixels from <paramref name="from"/> on: an axis that is not scaled.</summary>
    internal static int[] Identity(int from, int count)
    {
        var map = new int[count];
        for (int i = 0; i < count; i++) map[i] = from + i;
        return map;
    }
}
