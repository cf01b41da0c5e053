namespace ModelGen;

/// <summary>How the 8-bit samples of one pixel lie in memory.</summary>
public enum PixelFormat
{
    /// <summary>One byte a pixel: luminance.</summary>
    Gray8,

    /// <summary>Three bytes a pixel: red, green, blue. What Pillow and most image libraries give.</summary>
    Rgb24,

    /// <summary>Three bytes a pixel: blue, green, red. What OpenCV gives.</summary>
    Bgr24,

    /// <summary>Four bytes a pixel: red, green, blue, alpha (not premultiplied; alpha is dropped, never blended).</summary>
    Rgba32,

    /// <summary>Four bytes a pixel: blue, green, red, alpha (not premultiplied; alpha is dropped, never blended).</summary>
    Bgra32,
}
