using System.Runtime.InteropServices;
using SkiaSharp;

namespace ModelGen.Benchmarks;

/// <summary>The same noise as a picture of ours and as a Skia bitmap. Neither side's time depends on the pixels.</summary>
internal static class Pictures
{
    internal static Image Rgb(int width, int height)
    {
        var image = new Image(width, height, PixelFormat.Rgb24);
        new Random(1).NextBytes(image.Pixels);
        return image;
    }

    /// <summary>Opaque RGBA: Skia has no drawing from 24-bit pixels.</summary>
    internal static Image Rgba(Image rgb)
    {
        var image = new Image(rgb.Width, rgb.Height, PixelFormat.Rgba32);
        for (int i = 0, j = 0; j < image.Pixels.Length; i += 3, j += 4)
        {
            rgb.Pixels.Slice(i, 3).CopyTo(image.Pixels[j..]);
            image.Pixels[j + 3] = 255;
        }

        return image;
    }

    internal static SKBitmap Skia(Image rgba)
    {
        var bitmap = new SKBitmap(new SKImageInfo(rgba.Width, rgba.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Marshal.Copy(rgba.Pixels.ToArray(), 0, bitmap.GetPixels(), rgba.Pixels.Length);
        return bitmap;
    }
}
