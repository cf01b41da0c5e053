namespace ModelGen;

/// <summary>Resampling filters, with Pillow's numbers (<c>resample</c> in a preprocessor_config.json).</summary>
/// <remarks>All but <see cref="Nearest"/> widen with the reduction, so they do not alias.</remarks>
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
}
