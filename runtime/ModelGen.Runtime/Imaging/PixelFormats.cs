namespace ModelGen;

/// <summary>What the passes need to know about a pixel format: its size and where red, green and blue are.</summary>
internal static class PixelFormats
{
    internal static int BytesPerPixel(this PixelFormat format) => format switch
    {
        PixelFormat.Gray8 => 1,
        PixelFormat.Rgb24 or PixelFormat.Bgr24 => 3,
        PixelFormat.Rgba32 or PixelFormat.Bgra32 => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format,
            "Unknown pixel format; expected Gray8, Rgb24, Bgr24, Rgba32 or Bgra32."),
    };

    /// <summary>Byte offset of red within a pixel; green is always at 1 (0 for gray) and blue at 2 less this.</summary>
    internal static int RedOffset(this PixelFormat format) =>
        format is PixelFormat.Bgr24 or PixelFormat.Bgra32 ? 2 : 0;
}
