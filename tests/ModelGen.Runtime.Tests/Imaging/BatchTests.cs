namespace ModelGen.Tests.Imaging;

public class BatchTests
{
    private static readonly ImageSteps s_steps = new()
    {
        Width = 40,
        Height = 30,
        Color = ImageColor.Rgb,
        Layout = ImageLayout.Chw,
        Resize = ImageResize.To(40, 30, ResizeFilter.Bicubic),
        Rescale = 1.0 / 255,
    };

    private static readonly Image[] s_images = [.. new[] { "chelsea", "astro128", "coffee97x61", "rgba56x40", "camera96x80", "rocket320x213" }.Select(PngFile.Read)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void EachPictureHasTheTensorThatItHasAlone(int maxThreads)
    {
        var pipeline = new ImagePipeline(s_steps);
        var batch = new float[s_images.Length * s_steps.Length];
        pipeline.WriteBatch(s_images, batch, maxThreads);
        Assert.Equal(s_images.SelectMany(image => Tensors.Of(s_steps, image, VectorPaths.Best)), batch);
    }

    [Fact]
    public void TheMessageNamesThePictureThatDoesNotSuit()
    {
        var pipeline = new ImagePipeline(s_steps with { Resize = ImageResize.None });
        Image[] images = [new(40, 30, PixelFormat.Rgb24), new(40, 31, PixelFormat.Rgb24)];
        foreach (int threads in (ReadOnlySpan<int>)[0, 1])
        {
            ArgumentException exception = Assert.Throws<ArgumentException>("images", () => pipeline.WriteBatch(images, new float[2 * s_steps.Length], threads));
            Assert.StartsWith("The picture at 1: The tensor is 40×30, the picture 40×31", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ADestinationOfAnotherLengthIsRefused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("destination", () => new ImagePipeline(s_steps).WriteBatch(s_images, new Half[5]));
        Assert.Contains("exactly 6 pictures of 3600 numbers = 21600, got 5", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACancelledBatchStops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        foreach (int threads in (ReadOnlySpan<int>)[0, 1])
        {
            Assert.ThrowsAny<OperationCanceledException>(
                () => new ImagePipeline(s_steps).WriteBatch(s_images, new byte[6 * s_steps.Length], threads, source.Token));
        }
    }

    [Fact]
    public void OneThreadAllocatesNothing()
    {
        var pipeline = new ImagePipeline(s_steps);
        var batch = new sbyte[s_images.Length * s_steps.Length];
        Assert.Equal(0, Allocated.BytesOf(() => pipeline.WriteBatch(s_images, batch, maxThreads: 1)));
    }
}
