namespace ModelGen;

/// <summary>Where a target pixel lies on the source axis: between a pixel and the next, at a fraction of the way.</summary>
/// <param name="Index">The pixel before; may be −1.</param>
/// <param name="Fraction">0 to 1, as float32 where OpenCV has it so.</param>
internal readonly record struct OpenCvPosition(int Index, double Fraction)
{
    /// <summary>INTER_LINEAR, INTER_CUBIC and INTER_LANCZOS4: the centre in float32.</summary>
    internal static OpenCvPosition Centre(int source, int target, int i)
    {
        float position = (float)((i + 0.5) * Scale(source, target) - 0.5);
        int index = (int)MathF.Floor(position);
        return new OpenCvPosition(index, position - index);
    }

    /// <summary>INTER_LINEAR_EXACT: the centre in float64.</summary>
    internal static OpenCvPosition Exact(int source, int target, int i)
    {
        double position = Scale(source, target) * (i + 0.5) - 0.5;
        int index = (int)Math.Floor(position);
        return new OpenCvPosition(index, position - index);
    }

    /// <summary>INTER_AREA where the picture grows on either axis: pixels keep to their cells and mix at the borders only.</summary>
    internal static OpenCvPosition Cell(int source, int target, int i)
    {
        int index = (int)Math.Floor(i * Scale(source, target));
        float fraction = (float)(i + 1 - (index + 1) * ((double)target / source));
        return new OpenCvPosition(index, fraction <= 0 ? 0 : fraction - MathF.Floor(fraction));
    }

    /// <summary>Beyond the outermost centres there is one pixel only.</summary>
    internal OpenCvPosition Within(int source) =>
        Index < 0 ? new OpenCvPosition(0, 0) : Index >= source - 1 ? new OpenCvPosition(source - 1, 0) : this;

    /// <summary>Source pixels a target pixel, through two roundings as OpenCV computes it.</summary>
    internal static double Scale(int source, int target) => 1 / ((double)target / source);
}
