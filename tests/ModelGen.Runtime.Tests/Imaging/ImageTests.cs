namespace ModelGen.Tests.Imaging;

public class ImageTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(-1, 5)]
    public void EmptySizesAreRefused(int width, int height)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Image(width, height, PixelFormat.Rgb24));
        Assert.Contains($"at least 1×1 pixels, got {width}×{height}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(65536, 65536)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(178_956_971, 1)]
    public void SizesThatPillowRefusesAreRefusedBeforeMemoryIsTaken(int width, int height)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Image(width, height, PixelFormat.Gray8));
        Assert.Contains("at most 178956970 pixels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AViewOverTooFewBytesSaysHowManyItNeeds()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ImageView(new byte[99], 10, 10, PixelFormat.Gray8));
        Assert.Contains("Expected at least 100 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("got 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLastRowNeedsNoGapAfterIt()
    {
        var view = new ImageView(new byte[2 * 40 + 30], 10, 3, PixelFormat.Rgb24, 40);
        Assert.Equal(110, view.Pixels.Length);
        Assert.Throws<ArgumentException>(() => new ImageView(new byte[109], 10, 3, PixelFormat.Rgb24, 40));
    }

    [Fact]
    public void AStrideShorterThanARowIsRefused() =>
        Assert.Throws<ArgumentException>("stride", () => new ImageView(new byte[1000], 10, 3, PixelFormat.Rgb24, 29));

    [Fact]
    public void AnUnknownFormatIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageView(new byte[1000], 10, 3, (PixelFormat)9));

    [Fact]
    public void RowsAndPartsLieWhereTheyShould()
    {
        var image = new Image(7, 5, PixelFormat.Rgb24);
        for (int i = 0; i < image.Pixels.Length; i++) image.Pixels[i] = (byte)i;
        ImageView part = image.View.Crop(2, 1, 3, 4);
        Assert.Equal(1 * 21 + 2 * 3, part.Row(0)[0]);
        Assert.Equal(4 * 21 + 4 * 3 + 2, part.Row(3)[8]);
        Assert.Equal(9, part.Row(3).Length);
        ImageView inner = part.Crop(1, 2, 1, 1);
        Assert.Equal([3 * 21 + 3 * 3, 3 * 21 + 3 * 3 + 1, 3 * 21 + 3 * 3 + 2], inner.Row(0).ToArray());
    }

    [Theory]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, 0, 8, 1)]
    [InlineData(6, 0, 2, 1)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 2, 1, int.MaxValue)]
    public void PartsOutsideThePictureAreRefused(int x, int y, int width, int height) =>
        Assert.Throws<ArgumentException>(() => new Image(7, 5, PixelFormat.Gray8).View.Crop(x, y, width, height));

    [Fact]
    public void ARowOutsideThePictureIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("y", () => new Image(7, 5, PixelFormat.Gray8).View.Row(5).ToArray());

    [Fact]
    public void AnAdoptedArrayIsNotCopied()
    {
        var pixels = new byte[20];
        Image image = Image.Adopt(pixels, 3, 2, PixelFormat.Rgb24);
        image.Pixels[17] = 7;
        Assert.Equal(7, pixels[17]);
        Assert.Equal(18, image.Pixels.Length);
        Assert.Throws<ArgumentException>(() => Image.Adopt(pixels, 3, 2, PixelFormat.Rgba32));
    }

    [Fact]
    public void ACopyLeavesTheGapsOut()
    {
        Image copy = Image.CopyOf(new ImageView([1, 2, 0, 3, 4], 2, 2, PixelFormat.Gray8, 3));
        Assert.Equal([1, 2, 3, 4], copy.Pixels.ToArray());
        Assert.Throws<ArgumentException>(() => Image.CopyOf(default));
    }
}
