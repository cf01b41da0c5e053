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

    /// <summary>The map in the colours of its classes, scaled bilinearly to another size, that of the picture say: edges are mixed colours.</summary>
    /// <param name="palette">The colours.</param>
    /// <param name="width">The new width, from 1.</param>
    /// <param name="height">The new height, from 1.</param>
    /// <param name="arithmetic">
    /// Whose bilinear: <see cref="ResizeArithmetic.OpenCv"/> gives the bytes of <c>cv2.resize</c> with <c>INTER_LINEAR</c>,
    /// <see cref="ResizeArithmetic.ScikitImage"/> those of <c>resize(order=1, mode='reflect', preserve_range=True)</c>, rounded half to even.
    /// </param>
    /// <returns>A picture of red, green and blue bytes.</returns>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels, or the arithmetic is unknown.</exception>
    /// <remarks>For colours to look at. Resize the map itself, by nearest pixels, where every pixel has to be of one class.</remarks>
    public Image ToColorMap(Palette palette, int width, int height, ResizeArithmetic arithmetic)
    {
        var scaled = new Image(width, height, PixelFormat.Rgb24);
        new ImagePipeline(new ImageSteps
        {
            Width = width,
            Height = height,
            Color = ImageColor.Rgb,
            Layout = ImageLayout.Hwc,
            Resize = ImageResize.To(width, height, ResizeFilter.Bilinear) with { Arithmetic = arithmetic },
        }).Write(ToColorMap(palette), scaled.Pixels);
        return scaled;
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
