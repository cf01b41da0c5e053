namespace ModelGen.Tests.Imaging;

public class OpenCvIppTests
{
    [Theory]
    [InlineData("coffee97x61", 48, 30)]
    [InlineData("coffee97x61", 97, 20)]
    [InlineData("coffee97x61", 31, 61)]
    [InlineData("camera96x80", 50, 33)]
    public void CubicWithIntelsLibraryIsOneLevelAwayInFewPixels(string source, int width, int height)
    {
        Image image = PngFile.Read(source), expected = PngFile.Read($"{source}-{width}x{height}-cubic-ipp");
        var steps = new ImageSteps
        {
            Width = width,
            Height = height,
            Color = image.Format == PixelFormat.Gray8 ? ImageColor.Gray : ImageColor.Rgb,
            Layout = ImageLayout.Hwc,
            Resize = ImageResize.To(width, height, ResizeFilter.Bicubic) with { Arithmetic = ResizeArithmetic.OpenCv },
        };
        var levels = new byte[steps.Length];
        new ImagePipeline(steps).Write(image, levels);

        int[] distances = [.. levels.Select((level, i) => Math.Abs(level - expected.Pixels[i]))];
        Assert.InRange(distances.Max(), 0, 1);
        Assert.InRange(distances.Count(distance => distance == 1), 0, levels.Length * 7 / 100);
    }
}
