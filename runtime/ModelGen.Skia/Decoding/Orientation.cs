using System.Runtime.InteropServices;
using SkiaSharp;

namespace ModelGen;

/// <summary>Turns stored rows into the picture as it should be seen (EXIF 2.32, tag 274).</summary>
internal static class Orientation
{
    // Rows of the one side are columns of the other: tiles keep both in the first-level cache (32×32×4 bytes = 4 KiB each).
    private const int Tile = 32;

    /// <summary>A new upright picture from one as it is stored, gray or with four bytes a pixel.</summary>
    public static Image Upright(Image stored, SKEncodedOrigin origin)
    {
        (int width, int height, PixelFormat format) = (stored.Width, stored.Height, stored.Format);
        byte[] upright = GC.AllocateUninitializedArray<byte>(stored.Pixels.Length);
        if (format == PixelFormat.Gray8)
            Copy<byte>(stored.Pixels, width, height, upright, origin);
        else
            Copy<uint>(MemoryMarshal.Cast<byte, uint>(stored.Pixels), width, height, MemoryMarshal.Cast<byte, uint>(upright.AsSpan()), origin);
        return SwapsSides(origin) ? Image.Adopt(upright, height, width, format) : Image.Adopt(upright, width, height, format);
    }

    private static bool SwapsSides(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>Every orientation is a walk through the source: where it starts, and the step for one target column and for one target row.</summary>
    private static (int Start, int Column, int Row) Walk(SKEncodedOrigin origin, int width, int height)
    {
        int right = width - 1, below = (height - 1) * width;
        return origin switch
        {
            SKEncodedOrigin.TopRight => (right, -1, width),
            SKEncodedOrigin.BottomRight => (below + right, -1, -width),
            SKEncodedOrigin.BottomLeft => (below, 1, -width),
            SKEncodedOrigin.LeftTop => (0, width, 1),
            SKEncodedOrigin.RightTop => (below, -width, 1),
            SKEncodedOrigin.RightBottom => (below + right, -width, -1),
            SKEncodedOrigin.LeftBottom => (right, width, -1),
            _ => (0, 1, width),
        };
    }

    private static void Copy<T>(ReadOnlySpan<T> source, int width, int height, Span<T> target, SKEncodedOrigin origin)
    {
        (int start, int column, int row) = Walk(origin, width, height);
        (int columns, int rows) = SwapsSides(origin) ? (height, width) : (width, height);
        for (int top = 0; top < rows; top += Tile)
            for (int left = 0; left < columns; left += Tile)
                for (int y = top; y < Math.Min(top + Tile, rows); y++)
                {
                    int from = start + y * row + left * column;
                    foreach (ref T pixel in target.Slice(y * columns + left, Math.Min(Tile, columns - left)))
                    {
                        pixel = source[from];
                        from += column;
                    }
                }
    }
}
