using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>A non-owning view of interleaved pixels: rows from top to bottom, <see cref="Stride"/> bytes apart.</summary>
/// <remarks>Making a view, or a part of one with <see cref="Crop"/>, copies and allocates nothing.</remarks>
public readonly ref struct ImageView
{
    /// <summary>A view of pixels that lie in memory.</summary>
    /// <param name="pixels">The bytes, first row first.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="format">How a pixel lies in memory.</param>
    /// <param name="stride">Bytes from one row to the next; 0 means rows follow each other without a gap.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels, the stride is shorter than a row,
    /// or there are fewer bytes than the size needs.</exception>
    public ImageView(ReadOnlySpan<byte> pixels, int width, int height, PixelFormat format, int stride = 0)
    {
        ImageSize.Check(width, height);
        long row = (long)width * format.BytesPerPixel();
        if (stride == 0) stride = (int)Math.Min(row, int.MaxValue);
        if (stride < row)
        {
            throw new ArgumentException(
                $"Expected a stride of at least {row} bytes for {width} pixels of {format}, got {stride}.", nameof(stride));
        }

        long needed = (height - 1L) * stride + row;
        if (pixels.Length < needed)
        {
            throw new ArgumentException(
                $"Expected at least {needed} bytes for {width}×{height} {format} with a stride of {stride}, got {pixels.Length}.",
                nameof(pixels));
        }

        Pixels = pixels[..(int)needed];
        Width = width;
        Height = height;
        Format = format;
        Stride = stride;
    }

    /// <summary>A view of float32 samples that lie in memory, on the scale of bytes: 0 to 255, fractions and what lies beyond included.</summary>
    /// <param name="samples">The samples, first row first. NaN stays NaN in tensors of floats and becomes 0 in those of integers.</param>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="format">How a pixel lies in memory: one of the float formats.</param>
    /// <param name="stride">Bytes from one row to the next; 0 means rows follow each other without a gap.</param>
    /// <exception cref="ArgumentException">The format is none of floats, the size is not 1 to 178,956,970 pixels, the stride is shorter than a row,
    /// or there are fewer samples than the size needs.</exception>
    public ImageView(ReadOnlySpan<float> samples, int width, int height, PixelFormat format, int stride = 0)
        : this(MemoryMarshal.AsBytes(samples), width, height, format, stride)
    {
        if (!format.IsFloat())
            throw new ArgumentException($"Expected a format of float32 samples (GrayFloat, RgbFloat, BgrFloat), got {format}.", nameof(format));
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Bytes from the start of one row to the start of the next.</summary>
    public int Stride { get; }

    /// <summary>How a pixel lies in memory.</summary>
    public PixelFormat Format { get; }

    /// <summary>All bytes from the first pixel to the last one, gaps between rows included.</summary>
    public ReadOnlySpan<byte> Pixels { get; }

    /// <summary>The bytes of row <paramref name="y"/>, without the gap after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="y"/> is not a row of this view.</exception>
    public ReadOnlySpan<byte> Row(int y)
    {
        if ((uint)y >= (uint)Height)
            throw new ArgumentOutOfRangeException(nameof(y), y, $"Expected a row from 0 to {Height - 1}.");
        return Pixels.Slice(y * Stride, Width * Format.BytesPerPixel());
    }

    /// <summary>A part of this view: no pixel is copied.</summary>
    /// <exception cref="ArgumentException">The rectangle is empty or does not lie within the picture.</exception>
    public ImageView Crop(int x, int y, int width, int height)
    {
        if (x < 0 || y < 0 || width < 1 || height < 1 || width > Width - x || height > Height - y)
        {
            throw new ArgumentException(
                $"Expected a rectangle within {Width}×{Height}, got {width}×{height} at ({x}, {y}).", nameof(width));
        }

        return new ImageView(Pixels[(y * Stride + x * Format.BytesPerPixel())..], width, height, Format, Stride);
    }
}
