namespace ModelGen;

/// <summary>The filters as functions of the distance to the centre, as Pillow's Resample.c defines them (float64).</summary>
internal static class FilterKernel
{
    /// <summary>Pillow writes 0.54f and 0.46f: the numbers are float32 before they are widened, which moves some last bits.</summary>
    private const double HammingOffset = 0.54f;
    private const double HammingSwing = 0.46f;

    /// <summary>Coefficient of the cubic spline in Pillow, and in torch with antialias.</summary>
    private const double CubicA = -0.5;

    /// <summary>Half the filter's width in source pixels at scale 1.</summary>
    internal static double Radius(ResizeFilter filter) => filter switch
    {
        ResizeFilter.Box => 0.5,
        ResizeFilter.Bilinear or ResizeFilter.Hamming => 1,
        ResizeFilter.Bicubic => 2,
        ResizeFilter.Lanczos => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Expected a filter with weights."),
    };

    internal static double Value(ResizeFilter filter, double x) => filter switch
    {
        ResizeFilter.Box => x > -0.5 && x <= 0.5 ? 1 : 0,
        ResizeFilter.Bilinear => Triangle(Math.Abs(x)),
        ResizeFilter.Hamming => Hamming(Math.Abs(x)),
        ResizeFilter.Bicubic => Cubic(Math.Abs(x)),
        ResizeFilter.Lanczos => x >= -3 && x < 3 ? Sinc(x) * Sinc(x / 3) : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Expected a filter with weights."),
    };

    private static double Triangle(double x) => x < 1 ? 1 - x : 0;

    private static double Hamming(double x)
    {
        if (x == 0) return 1;
        if (x >= 1) return 0;
        x *= Math.PI;
        return Math.Sin(x) / x * (HammingOffset + HammingSwing * Math.Cos(x));
    }

    private static double Cubic(double x)
    {
        if (x < 1) return ((CubicA + 2) * x - (CubicA + 3)) * x * x + 1;
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * CubicA : 0;
    }

    private static double Sinc(double x)
    {
        if (x == 0) return 1;
        x *= Math.PI;
        return Math.Sin(x) / x;
    }
}
