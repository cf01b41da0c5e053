namespace ModelGen.Preprocessing;

/// <summary>Pillow's resampling filters, with Pillow's numbers (<c>PIL.Image.Resampling</c>).</summary>
internal enum ImageFilter
{
    /// <summary>The nearest pixel.</summary>
    Nearest = 0,

    /// <summary>Lanczos with radius 3.</summary>
    Lanczos = 1,

    /// <summary>A triangle of radius 1.</summary>
    Bilinear = 2,

    /// <summary>A cubic of radius 2, a = -0.5.</summary>
    Bicubic = 3,

    /// <summary>The mean of the covered pixels.</summary>
    Box = 4,

    /// <summary>A Hamming window of radius 1.</summary>
    Hamming = 5,
}
