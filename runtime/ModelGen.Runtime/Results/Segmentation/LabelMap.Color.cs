namespace ModelGen;

public partial class LabelMap
{
    /// <summary>The map in the colours of its classes.</summary>
    /// <returns>A picture of red, green and blue bytes, as large as the map.</returns>
    public Image ToColorMap(Palette palette)
    {
        byte[] pixels = GC.AllocateUninitializedArray<byte>(checked(3 * Width * Height));
        WriteColorMap(palette, pixels);
        return Image.Adopt(pixels, Width, Height, PixelFormat.Rgb24);
    }

    /// <summary>Writes the map in the colours of its classes, without allocating.</summary>
    /// <param name="palette">The colours.</param>
    /// <param name="destination">Red, green and blue of each pixel: exactly 3 · width · height bytes.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void WriteColorMap(Palette palette, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(palette);
        CheckLength(destination, Width, Height);
        if (_bytes is not null)
            Coloring.Write(_bytes, palette, destination);
        else
            Coloring.Write(_words!, palette, destination);
    }

    /// <summary>The picture with the map's colours over it.</summary>
    /// <param name="picture">Any pixel format. A map of another size is stretched over it by <see cref="NearestRule.Centers"/>.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="alpha">How much of the colours, 0 to 1, in steps of 1/256.</param>
    /// <returns>Red, green and blue bytes, as large as the picture: (a · colour + (256 − a) · picture) ÷ 256 with a = alpha · 256, rounded to the nearest, halves up.</returns>
    /// <exception cref="ArgumentException">The view is empty (a default value).</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not 0 to 1.</exception>
    public Image Overlay(ImageView picture, Palette palette, double alpha = 0.5)
    {
        ImageSize.Check(picture.Width, picture.Height);
        byte[] pixels = GC.AllocateUninitializedArray<byte>(checked(3 * picture.Width * picture.Height));
        WriteOverlay(picture, palette, alpha, pixels);
        return Image.Adopt(pixels, picture.Width, picture.Height, PixelFormat.Rgb24);
    }

    /// <summary>Writes what <see cref="Overlay"/> gives, without allocating.</summary>
    /// <param name="picture">Any pixel format.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="alpha">How much of the colours, 0 to 1.</param>
    /// <param name="destination">Red, green and blue of each pixel of the picture.</param>
    /// <exception cref="ArgumentException">The view is empty (a default value), or the destination has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not 0 to 1.</exception>
    public void WriteOverlay(ImageView picture, Palette palette, double alpha, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(palette);
        ImageSize.Check(picture.Width, picture.Height);
        CheckLength(destination, picture.Width, picture.Height);
        int weight = Blending.Weight(alpha);
        if (_bytes is not null)
            Blending.Over<byte>(picture, _bytes, Width, Height, palette, weight, destination);
        else
            Blending.Over<ushort>(picture, _words, Width, Height, palette, weight, destination);
    }

    private static void CheckLength(Span<byte> destination, int width, int height)
    {
        long needed = 3L * width * height;
        if (destination.Length != needed)
            throw new ArgumentException($"Expected {needed} bytes, three a pixel of {width}×{height}, got {destination.Length}.", nameof(destination));
    }
}
