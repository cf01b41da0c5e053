namespace ModelGen.Preprocessing;

/// <summary>Resampling filters, Pillow's with Pillow's numbers (<c>PIL.Image.Resampling</c>). The names are those of the runtime's enum.</summary>
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

    /// <summary>OpenCV's <c>INTER_NEAREST_EXACT</c>.</summary>
    NearestExact = 6,

    /// <summary>OpenCV's <c>INTER_LINEAR_EXACT</c>.</summary>
    BilinearExact = 7,

    /// <summary>OpenCV's <c>INTER_AREA</c>.</summary>
    Area = 8,
}
