namespace ModelGen;

/// <summary>What the passes need to know about a pixel format: its size and where red, green and blue are.</summary>
internal static class PixelFormats
{
    internal static int BytesPerPixel(this PixelFormat format) => format.Samples() * (format.IsFloat() ? sizeof(float) : sizeof(byte));

    /// <summary>Values a pixel.</summary>
    internal static int Samples(this PixelFormat format) => format switch
    {
        PixelFormat.Gray8 or PixelFormat.GrayFloat => 1,
        PixelFormat.Rgb24 or PixelFormat.Bgr24 or PixelFormat.RgbFloat or PixelFormat.BgrFloat => 3,
        PixelFormat.Rgba32 or PixelFormat.Bgra32 => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, $"Unknown pixel format; expected one of {string.Join(", ", Enum.GetNames<PixelFormat>())}."),
    };

    /// <summary>Index of red within a pixel; green is always at 1 (0 for gray) and blue at 2 less this.</summary>
    internal static int RedOffset(this PixelFormat format) =>
        format is PixelFormat.Bgr24 or PixelFormat.Bgra32 or PixelFormat.BgrFloat ? 2 : 0;

    /// <summary>Whether samples are float32, not bytes.</summary>
    internal static bool IsFloat(this PixelFormat format) => format is PixelFormat.GrayFloat or PixelFormat.RgbFloat or PixelFormat.BgrFloat;

    /// <summary>Whether a pixel is one luminance.</summary>
    internal static bool IsGray(this PixelFormat format) => format is PixelFormat.Gray8 or PixelFormat.GrayFloat;

    /// <summary>Whether a pixel has an alpha channel, behind the colours.</summary>
    internal static bool HasAlpha(this PixelFormat format) => format is PixelFormat.Rgba32 or PixelFormat.Bgra32;
}
