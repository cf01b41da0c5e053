using System.Runtime.CompilerServices;

namespace ModelGen;

/// <summary>Bounds of picture sizes, checked before anything is allocated.</summary>
internal static class ImageSize
{
    /// <summary>
    /// Pillow's limit for a decompression bomb error: twice <c>Image.MAX_IMAGE_PIXELS</c> = 2 · (1 GiB / 4 / 3),
    /// rounded down. Larger pictures are refused there and here.
    /// </summary>
    internal const int MaxPixels = 178_956_970;

    internal static void Check(int width, int height, [CallerArgumentExpression(nameof(width))] string? name = null)
    {
        if (width < 1 || height < 1)
            throw new ArgumentException($"Expected a picture of at least 1×1 pixels, got {width}×{height}.", name);
        if ((long)width * height > MaxPixels)
        {
            throw new ArgumentException(
                $"Expected at most {MaxPixels} pixels, got {width}×{height} = {(long)width * height}; scale the picture down first.", name);
        }
    }
}
