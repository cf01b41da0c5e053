namespace ModelGen;

/// <summary>How a picture is scaled before it is cropped. The default value does not scale.</summary>
public readonly record struct ImageResize
{
    /// <summary>No scaling.</summary>
    public static ImageResize None => default;

    /// <summary>The filter; meaningless for <see cref="None"/>.</summary>
    public ResizeFilter Filter { get; private init; }

    /// <summary>Which pass comes first; Pillow 13's rule unless set.</summary>
    public PassOrder PassOrder { get; init; }

    /// <summary>Whose arithmetic is followed; Pillow's unless set.</summary>
    public ResizeArithmetic Arithmetic { get; init; }

    /// <summary>The exact target width; 0 when there is none.</summary>
    internal int Width { get; private init; }

    /// <summary>The exact target height; 0 when there is none.</summary>
    internal int Height { get; private init; }

    /// <summary>The target length of the shorter side; 0 when there is none.</summary>
    internal int Shorter { get; private init; }

    internal bool IsNone => Width == 0 && Shorter == 0;

    /// <summary>Scales to a size; the proportions may change.</summary>
    /// <param name="width">Target width in pixels.</param>
    /// <param name="height">Target height in pixels.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public static ImageResize To(int width, int height, ResizeFilter filter)
    {
        ImageSize.Check(width, height);
        return new ImageResize { Width = width, Height = height, Filter = filter };
    }

    /// <summary>
    /// Scales until the shorter side has a length; the longer one is length · long / short, truncated, as torchvision's
    /// <c>Resize(s)</c> and Hugging Face's <c>shortest_edge</c> have it.
    /// </summary>
    /// <param name="length">Target length of the shorter side in pixels.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException"><paramref name="length"/> is not from 1 to 13,377 (a square of the largest size).</exception>
    public static ImageResize ShorterSide(int length, ResizeFilter filter)
    {
        ImageSize.Check(length, length);
        return new ImageResize { Shorter = length, Filter = filter };
    }

    /// <summary>The size that a picture of <paramref name="width"/> × <paramref name="height"/> pixels is scaled to.</summary>
    /// <exception cref="ArgumentException">Either size is not 1 to 178,956,970 pixels.</exception>
    public (int Width, int Height) TargetOf(int width, int height)
    {
        ImageSize.Check(width, height);
        if (Width != 0) return (Width, Height);
        if (Shorter == 0) return (width, height);
        // The product is exact and below 2^53, so this is Python's int(size * long / short).
        double longer = Math.Truncate((double)((long)Shorter * Math.Max(width, height)) / Math.Min(width, height));
        if (longer * Shorter > ImageSize.MaxPixels)
        {
            throw new ArgumentException(
                $"Scaling {width}×{height} until the shorter side is {Shorter} gives {longer} pixels on the longer one, " +
                $"more than {ImageSize.MaxPixels} in all; crop the picture first.", nameof(width));
        }

        return width <= height ? (Shorter, (int)longer) : ((int)longer, Shorter);
    }
}
