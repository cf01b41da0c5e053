namespace ModelGen.Tests.Imaging;

public class FloatPictureTests
{
    private static readonly ImageSteps s_steps = new() { Width = 2, Height = 2, Color = ImageColor.Rgb, Layout = ImageLayout.Hwc, Rescale = 0.5 };

    [Fact]
    public void FractionsAndNaNReachTheTensor()
    {
        float[] samples = [0.25f, 1, 2, float.NaN, 4, 5, 300, -7, 8, 9, 10, 11];
        var tensor = new float[12];
        new ImagePipeline(s_steps).Write(new ImageView(samples, 2, 2, PixelFormat.RgbFloat), tensor);
        Assert.Equal([0.125f, 0.5f, 1, float.NaN, 2, 2.5f, 150, -3.5f, 4, 4.5f, 5, 5.5f], tensor);
        new ImagePipeline(s_steps).Write(new ImageView(samples, 2, 2, PixelFormat.BgrFloat), tensor);
        Assert.Equal([1, 0.5f, 0.125f, 2.5f, 2, float.NaN, 4, -3.5f, 150, 5.5f, 5, 4.5f], tensor);
    }

    [Fact]
    public void NaNSpreadsToTheNeighboursThatItIsMixedWithAndNoFurther()
    {
        var samples = new float[8 * 8];
        samples[0] = float.NaN;
        var steps = new ImageSteps
        {
            Width = 4,
            Height = 4,
            Color = ImageColor.Gray,
            Layout = ImageLayout.Hwc,
            Resize = ImageResize.To(4, 4, ResizeFilter.Bilinear) with { Arithmetic = ResizeArithmetic.TorchFloatAliased },
        };
        var tensor = new float[16];
        new ImagePipeline(steps).Write(new ImageView(samples, 8, 8, PixelFormat.GrayFloat), tensor);
        Assert.True(float.IsNaN(tensor[0]));
        Assert.All(tensor[1..], number => Assert.Equal(0, number));
    }

    [Fact]
    public void PillowScalesBytesOnlyAndSaysSo()
    {
        ImageSteps steps = s_steps with { Resize = ImageResize.To(2, 2, ResizeFilter.Lanczos) };
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => new ImagePipeline(steps).Write(new ImageView(new float[27], 3, 3, PixelFormat.RgbFloat), new float[12]));
        Assert.Contains("Pillow Lanczos scales pictures of bytes, got RgbFloat", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AViewOfFloatsNeedsAFormatOfFloats()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ImageView(new float[12], 2, 2, PixelFormat.Rgb24).Width);
        Assert.Contains("GrayFloat, RgbFloat, BgrFloat", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GrayOfFloatsIsNotRounded()
    {
        ImageSteps steps = s_steps with { Color = ImageColor.Gray, Rescale = 1, Width = 1, Height = 1 };
        var tensor = new float[1];
        new ImagePipeline(steps).Write(new ImageView([10f, 20f, 30f], 1, 1, PixelFormat.RgbFloat), tensor);
        Assert.Equal(18.15f, tensor[0], 4);
    }
}
