namespace ModelGen;

/// <summary>How the samples of one pixel lie in memory: bytes, or float32 for pictures that another program computed.</summary>
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

    /// <summary>One float32 a pixel: luminance on the scale of bytes, 0 to 255. For libraries that resample floats; see <see cref="ResizeArithmetic"/>.</summary>
    GrayFloat,

    /// <summary>Three float32 a pixel: red, green, blue on the scale of bytes, 0 to 255.</summary>
    RgbFloat,

    /// <summary>Three float32 a pixel: blue, green, red on the scale of bytes, 0 to 255.</summary>
    BgrFloat,
}
