namespace ModelGen;

/// <summary>Which source pixel each target pixel takes, as OpenCV's two nearest modes have it.</summary>
internal static class OpenCvNearest
{
    /// <summary>The map of targets <paramref name="from"/> to <paramref name="from"/> + <paramref name="count"/>.</summary>
    internal static int[] Build(ImageResize resize, int source, int target, int from, int count)
    {
        if (resize.Filter == ResizeFilter.Nearest) return Corners(source, target, from, count);
        return resize.Arithmetic == ResizeArithmetic.OpenCv4
            ? Fixed16(source, target, from, count)
            : NearestMap.Build(source, target, from, count);   // OpenCV 5 adds up in float64 as Pillow does
    }

    /// <summary>INTER_NEAREST: the pixel under the target's corner.</summary>
    private static int[] Corners(int source, int target, int from, int count)
    {
        double scale = 1 / ((double)target / source);
        var map = new int[count];
        for (int i = 0; i < count; i++) map[i] = Math.Min((int)Math.Floor((from + i) * scale), source - 1);
        return map;
    }

    /// <summary>INTER_NEAREST_EXACT of OpenCV 4: the centre in 16-bit fixed point.</summary>
    private static int[] Fixed16(int source, int target, int from, int count)
    {
        long step = (((long)source << 16) + target / 2) / target, offset = step / 2 - source % 2;
        var map = new int[count];
        for (int i = 0; i < count; i++) map[i] = (int)Math.Clamp(((from + i) * step + offset) >> 16, 0, source - 1);
        return map;
    }
}
