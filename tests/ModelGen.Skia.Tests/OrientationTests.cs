using CsCheck;
using SkiaSharp;

namespace ModelGen.Tests;

public class OrientationTests
{
    private static readonly Gen<(int Width, int Height, int Origin, PixelFormat Format)> s_cases = Gen.Select(
        Gen.Int[1, 80], Gen.Int[1, 80], Gen.Int[1, 8], Gen.OneOf(PixelFormat.Gray8, PixelFormat.Rgba32));

    [Fact]
    public void EveryPixelComesFromWhereExifSays() =>
        s_cases.Sample(c =>
        {
            Image stored = Numbered(c.Width, c.Height, c.Format);
            Image upright = Orientation.Upright(stored, (SKEncodedOrigin)c.Origin);
            for (int y = 0; y < c.Height; y++)
                for (int x = 0; x < c.Width; x++)
                {
                    (int left, int top) = Seen(x, y, c.Width, c.Height, c.Origin);
                    Assert.Equal(Pixel(stored, x, y), Pixel(upright, left, top));
                }
        }, iter: 300);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(6, 8)]
    [InlineData(7, 7)]
    [InlineData(8, 6)]
    public void TheInverseOrientationUndoesIt(int origin, int inverse)
    {
        Image stored = Numbered(37, 70, PixelFormat.Rgba32);
        Image back = Orientation.Upright(Orientation.Upright(stored, (SKEncodedOrigin)origin), (SKEncodedOrigin)inverse);
        Assert.Equal((stored.Width, stored.Height), (back.Width, back.Height));
        Assert.Equal(stored.Pixels.ToArray(), back.Pixels.ToArray());
    }

    [Theory]
    [InlineData("jpeg-exif-6.jpg")]
    [InlineData("png-exif-6.png")]
    public void KeptOrientationGivesRowsAsStored(string name)
    {
        Image stored = Image.Load(TestData.Format(name), new ImageLoadOptions { KeepOrientation = true });
        Assert.Equal((48, 64), (stored.Width, stored.Height));
        Image upright = Orientation.Upright(stored, SKEncodedOrigin.RightTop);
        Assert.Equal(TestData.Formats[name].GetProperty("sha256_rgb_alpha_dropped").GetString(), TestData.Sha256(TestData.Rgb(upright)));
    }

    [Fact]
    public void OrientationOfWebPIsApplied()
    {
        byte[] stored = File.ReadAllBytes(TestData.Format("webp-lossless.webp"));
        Image turned = Image.Decode(WebP.WithOrientation(stored, 64, 48, 8));
        Assert.Equal(Orientation.Upright(Image.Decode(stored), SKEncodedOrigin.LeftBottom).Pixels.ToArray(), turned.Pixels.ToArray());
        Assert.Equal((48, 64), (turned.Width, turned.Height));
    }

    /// <summary>Where EXIF 2.32 (tag 274) says that the stored pixel is to be seen: which sides row 0 and column 0 stand for.</summary>
    private static (int Left, int Top) Seen(int x, int y, int width, int height, int orientation) => orientation switch
    {
        1 => (x, y),                                    // top, left
        2 => (width - 1 - x, y),                        // top, right
        3 => (width - 1 - x, height - 1 - y),           // bottom, right
        4 => (x, height - 1 - y),                       // bottom, left
        5 => (y, x),                                    // left, top
        6 => (height - 1 - y, x),                       // right, top
        7 => (height - 1 - y, width - 1 - x),           // right, bottom
        _ => (y, width - 1 - x),                        // left, bottom
    };

    private static Image Numbered(int width, int height, PixelFormat format)
    {
        var image = new Image(width, height, format);
        for (int i = 0; i < image.Pixels.Length; i++)
            image.Pixels[i] = (byte)(i * 2654435761 >> 13);
        return image;
    }

    private static byte[] Pixel(Image image, int x, int y)
    {
        int size = image.Stride / image.Width;
        return image.Pixels.Slice(y * image.Stride + x * size, size).ToArray();
    }
}
