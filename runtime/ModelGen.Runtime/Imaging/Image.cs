namespace ModelGen;

/// <summary>A decoded picture that owns its pixels: interleaved, rows without gaps.</summary>
public sealed class Image
{
    private readonly byte[] _pixels;

    /// <summary>A black picture (all bytes 0).</summary>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public Image(int width, int height, PixelFormat format)
        : this(new byte[LengthOf(width, height, format)], width, height, format)
    {
    }

    private Image(byte[] pixels, int width, int height, PixelFormat format)
    {
        _pixels = pixels;
        Width = width;
        Height = height;
        Format = format;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>How a pixel lies in memory.</summary>
    public PixelFormat Format { get; }

    /// <summary>Bytes from one row to the next: width times bytes a pixel.</summary>
    public int Stride => Width * Format.BytesPerPixel();

    /// <summary>All pixels, first row first: <see cref="Stride"/> times <see cref="Height"/> bytes.</summary>
    public Span<byte> Pixels => _pixels.AsSpan(0, Stride * Height);

    /// <summary>A view of the whole picture.</summary>
    public ImageView View => new(_pixels, Width, Height, Format);

    /// <summary>The picture as a view; nothing is copied.</summary>
    public static implicit operator ImageView(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.View;
    }

    /// <summary>Takes an array as the pixels of a picture, without a copy. The array must not be used elsewhere afterwards.</summary>
    /// <param name="pixels">At least width × height × bytes a pixel; the rest is ignored.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="format">How a pixel lies in memory.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels, or the array is too short.</exception>
    public static Image Adopt(byte[] pixels, int width, int height, PixelFormat format)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        _ = new ImageView(pixels, width, height, format);
        return new Image(pixels, width, height, format);
    }

    /// <summary>A picture with a copy of what a view shows; gaps between rows are left out.</summary>
    /// <exception cref="ArgumentException">The view is empty (a default value).</exception>
    public static Image CopyOf(ImageView view)
    {
        var image = new Image(view.Width, view.Height, view.Format);
        for (int y = 0; y < view.Height; y++)
            view.Row(y).CopyTo(image.Pixels[(y * image.Stride)..]);
        return image;
    }

    private static int LengthOf(int width, int height, PixelFormat format)
    {
        ImageSize.Check(width, height);
        long length = (long)width * height * format.BytesPerPixel();
        return length <= Array.MaxLength
            ? (int)length
            : throw new ArgumentException($"Expected a picture of at most {Array.MaxLength} bytes, got {width}×{height} {format}; use bytes, or a smaller picture.", nameof(format));
    }
}
