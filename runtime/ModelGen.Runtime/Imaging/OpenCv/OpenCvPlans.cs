namespace ModelGen;

/// <summary>Which of OpenCV's routines a resize ends in, by filter and sizes.</summary>
internal static class OpenCvPlans
{
    /// <summary>DBL_EPSILON, the distance from 1 to the next double.</summary>
    private const double Epsilon = 1.0 / (1L << 52);

    internal static PicturePlan Build(ImageSteps steps, int width, int height, PixelFormat format)
    {
        (int scaledWidth, int scaledHeight) = steps.Resize.TargetOf(width, height);
        ResizeFilter filter = steps.Resize.Filter;
        bool copies = (scaledWidth, scaledHeight) == (width, height);
        if (copies || filter is ResizeFilter.Nearest or ResizeFilter.NearestExact) return new ResamplePlan(steps, width, height, format);
        // OpenCV takes bilinear at exactly half the size for the mean of four pixels.
        bool halves = width == 2L * scaledWidth && height == 2L * scaledHeight;
        if (filter == ResizeFilter.Area || (filter == ResizeFilter.Bilinear && halves))
            return Area(steps, width, height, format, scaledWidth, scaledHeight);
        return new TapPlan(steps, width, height, format, KindOf(filter));
    }

    private static PicturePlan Area(ImageSteps steps, int width, int height, PixelFormat format, int scaledWidth, int scaledHeight)
    {
        double across = OpenCvPosition.Scale(width, scaledWidth), down = OpenCvPosition.Scale(height, scaledHeight);
        if (across < 1 || down < 1) return new TapPlan(steps, width, height, format, TapKind.Cell);
        return IsWhole(across) && IsWhole(down) ? new BlockPlan(steps, width, height, format) : new AreaPlan(steps, width, height, format);
    }

    private static bool IsWhole(double scale) => Math.Abs(scale - Math.Round(scale, MidpointRounding.ToEven)) < Epsilon;

    private static TapKind KindOf(ResizeFilter filter) => filter switch
    {
        ResizeFilter.BilinearExact => TapKind.Exact,
        ResizeFilter.Bicubic => TapKind.Cubic,
        ResizeFilter.Lanczos => TapKind.Lanczos,
        _ => TapKind.Linear,
    };
}
