namespace ModelGen;

/// <summary>Resampling filters, with Pillow's numbers (<c>resample</c> in a preprocessor_config.json).</summary>
/// <remarks>
/// In Pillow all but <see cref="Nearest"/> widen with the reduction, so they do not alias; in OpenCV only <see cref="Area"/> does.
/// OpenCV's <c>INTER_LANCZOS4</c> is <see cref="Lanczos"/>. What there is depends on <see cref="ResizeArithmetic"/>.
/// </remarks>
public enum ResizeFilter
{
    /// <summary>The source pixel under the centre of the target pixel.</summary>
    Nearest = 0,

    /// <summary>A windowed sinc with three lobes.</summary>
    Lanczos = 1,

    /// <summary>A triangle.</summary>
    Bilinear = 2,

    /// <summary>A cubic spline, a = −0.5.</summary>
    Bicubic = 3,

    /// <summary>The mean of the covered source pixels.</summary>
    Box = 4,

    /// <summary>A Hamming-windowed sinc with one lobe: as sharp as bicubic, as quick as bilinear.</summary>
    Hamming = 5,

    /// <summary>OpenCV's <c>INTER_NEAREST_EXACT</c>: the source pixel under the centre of the target pixel, where its <c>INTER_NEAREST</c> takes that under the corner.</summary>
    NearestExact = 6,

    /// <summary>OpenCV's <c>INTER_LINEAR_EXACT</c>: bilinear in fixed point, the same on every machine.</summary>
    BilinearExact = 7,

    /// <summary>OpenCV's <c>INTER_AREA</c>: the mean of the covered source area; where the picture grows, a kind of bilinear.</summary>
    Area = 8,
}
