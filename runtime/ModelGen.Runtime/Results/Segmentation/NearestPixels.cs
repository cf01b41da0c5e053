namespace ModelGen;

/// <summary>Picks the nearest source pixel for each target pixel.</summary>
internal static class NearestPixels
{
    /// <summary>Fills one index a target pixel.</summary>
    /// <param name="map">As long as the target.</param>
    /// <param name="length">The source's length.</param>
    /// <param name="rule">Which pixel is the nearest.</param>
    internal static void Fill(Span<int> map, int length, NearestRule rule)
    {
        double centers = (double)length / map.Length;
        // Two divisions, as OpenCV has it: its inverse scale is rounded once more, and that decides where x·s is just a whole number.
        double corners = 1 / ((double)map.Length / length);
        for (int x = 0; x < map.Length; x++)
        {
            double at = rule == NearestRule.Centers ? Math.Floor((x + 0.5) * centers - 0.5 + 0.5) : Math.Floor(x * corners);
            map[x] = Math.Clamp((int)at, 0, length - 1);
        }
    }

    /// <summary>A map at another size.</summary>
    internal static T[] Resize<T>(T[] map, int fromWidth, int fromHeight, int width, int height, NearestRule rule)
        where T : unmanaged
    {
        int[] columns = new int[width], rows = new int[height];
        Fill(columns, fromWidth, rule);
        Fill(rows, fromHeight, rule);
        T[] resized = GC.AllocateUninitializedArray<T>(width * height);
        for (int y = 0; y < height; y++)
        {
            Span<T> to = resized.AsSpan(y * width, width);
            // Growing maps repeat rows, and a copy is quicker than picking again.
            if (y > 0 && rows[y] == rows[y - 1])
            {
                resized.AsSpan((y - 1) * width, width).CopyTo(to);
                continue;
            }
            ReadOnlySpan<T> from = map.AsSpan(rows[y] * fromWidth, fromWidth);
            for (int x = 0; x < to.Length; x++)
                to[x] = from[columns[x]];
        }
        return resized;
    }

    internal static void Check(NearestRule rule)
    {
        if (!Enum.IsDefined(rule))
            throw new ArgumentOutOfRangeException(nameof(rule), rule, $"There is no such rule: valid are {string.Join(", ", Enum.GetNames<NearestRule>())}.");
    }
}
