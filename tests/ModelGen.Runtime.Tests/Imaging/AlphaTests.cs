using CsCheck;

namespace ModelGen.Tests.Imaging;

public class AlphaTests
{
    private static readonly Gen<(byte[] Pixels, int Width)> s_pixels = Gen.Int[1, 40].SelectMany(width => Gen.Byte.Array[width * 4 * 7].Select(pixels => (pixels, width)));

    [Fact]
    public void TransparentPixelsAreBlendedBeforeTheyAreScaled() => s_pixels.Select(Samples.Color, Gen.Bool, Gen.Bool).Sample((picture, color, bgra, scales) =>
    {
        (byte[] pixels, int width) = picture;
        PixelFormat format = bgra ? PixelFormat.Bgra32 : PixelFormat.Rgba32;
        var steps = new ImageSteps
        {
            Width = 9,
            Height = 9,
            Color = color,
            Layout = ImageLayout.Chw,
            CenterCrop = true,
            Resize = scales ? ImageResize.To(11, 13, ResizeFilter.Bilinear) : ImageResize.None,
        };
        byte[] blended = Blend(pixels, bgra ? [30, 20, 10] : [10, 20, 30]);
        foreach (VectorPath path in Samples.Paths)
        {
            Assert.Equal(
                Tensors.Of(steps, new ImageView(blended, width, 7, format), path),
                Tensors.Of(steps with { Background = [10, 20, 30] }, new ImageView(pixels, width, 7, format), path));
        }
    }, iter: 300);

    [Fact]
    public void LibrariesOfFloatsBlendAlike()
    {
        Image image = PngFile.Read("rgba56x40");
        ImageSteps steps = new()
        {
            Width = 28,
            Height = 20,
            Color = ImageColor.Bgr,
            Layout = ImageLayout.Hwc,
            Resize = ImageResize.To(28, 20, ResizeFilter.Bilinear) with { Arithmetic = ResizeArithmetic.ScikitImage },
        };
        byte[] blended = Blend(image.Pixels.ToArray(), [255, 255, 255]);
        Assert.Equal(
            Tensors.Of(steps, new ImageView(blended, image.Width, image.Height, image.Format), VectorPaths.Best),
            Tensors.Of(steps with { Background = [255] }, image, VectorPaths.Best));
    }

    [Fact]
    public void PicturesWithoutAlphaDoNotMindABackground()
    {
        Image image = PngFile.Read("coffee97x61");
        ImageSteps steps = new() { Width = 97, Height = 61, Color = ImageColor.Rgb, Layout = ImageLayout.Hwc };
        Assert.Equal(Tensors.Of(steps, image, VectorPaths.Best), Tensors.Of(steps with { Background = [1, 2, 3] }, image, VectorPaths.Best));
    }

    private static byte[] Blend(byte[] pixels, int[] background)
    {
        byte[] blended = [.. pixels];
        for (int i = 0; i < pixels.Length; i += 4)
        {
            for (int channel = 0; channel < 3; channel++)
                blended[i + channel] = (byte)Math.Round((pixels[i + channel] * pixels[i + 3] + background[channel] * (255 - pixels[i + 3])) / 255.0);
            blended[i + 3] = 255;
        }

        return blended;
    }

    [Fact]
    public void ATensorWithAlphaFollowsPillowOnly()
    {
        var steps = new ImageSteps { Width = 4, Height = 4, Color = ImageColor.Rgba, Layout = ImageLayout.Chw, Resize = ImageResize.To(4, 4, ResizeFilter.Bilinear) };
        Assert.Throws<ArgumentException>(() => new ImagePipeline(steps with { Resize = steps.Resize with { Arithmetic = ResizeArithmetic.OpenCv } }));
        Assert.Throws<ArgumentException>(() => new ImagePipeline(steps with { Background = [255] }));
        Assert.Throws<ArgumentException>("format", () => new ImagePipeline(steps).Write(new ImageView(new float[48], 4, 4, PixelFormat.RgbFloat), new float[64]));
    }

    [Theory]
    [InlineData(PixelFormat.Gray8, new byte[] { 7 }, new float[] { 7, 7, 7, 255 })]
    [InlineData(PixelFormat.Bgr24, new byte[] { 1, 2, 3 }, new float[] { 3, 2, 1, 255 })]
    [InlineData(PixelFormat.Bgra32, new byte[] { 1, 2, 3, 4 }, new float[] { 3, 2, 1, 4 })]
    public void APictureWithoutAlphaIsOpaqueInATensorThatHasIt(PixelFormat format, byte[] pixel, float[] expected)
    {
        var steps = new ImageSteps { Width = 1, Height = 1, Color = ImageColor.Rgba, Layout = ImageLayout.Hwc };
        Assert.Equal(expected, Tensors.Of(steps, new ImageView(pixel, 1, 1, format), VectorPaths.Best));
        Assert.Equal(expected, Tensors.Of(steps with { Layout = ImageLayout.Chw }, new ImageView(pixel, 1, 1, format), VectorPaths.Best));
    }
}
