using CsCheck;

namespace ModelGen.Tests.Imaging;

public class OpenCvTests
{
    private static readonly Gen<ResizeFilter> s_filter = Samples.Filter(ResizeArithmetic.OpenCv);

    private static readonly Gen<ImageColor> s_color = Samples.Color;

    [Fact]
    public void WholeRatiosGiveTheSameOnEveryPath() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 40], Gen.Int[1, 20], Gen.Int[1, 40], Samples.Format, s_color, s_filter, Gen.Int).Sample(
            (width, height, across, down, format, color, filter, seed) =>
        {
            Image image = Random(width * across, height * down, format, seed);
            using var pixels = new GuardedBytes(image.Pixels);
            var view = new ImageView(pixels.Span, image.Width, image.Height, format);
            ImageSteps steps = Steps(width, height, color, filter);
            string expected = Tensors.Hash(Tensors.Of(steps, view, VectorPath.Scalar));
            foreach (VectorPath path in Samples.Paths.Where(path => path <= VectorPaths.Best))
                Assert.Equal(expected, Tensors.Hash(Tensors.Of(steps, view, path)));
        }, iter: 300, threads: 2);

    [Fact]
    public void ACropIsTheCentreOfTheWholeScaledPicture() =>
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 120], Gen.Int[1, 120], Gen.Int[1, 120], Gen.Double.Unit, s_color, s_filter, Gen.Int).Sample(
            (width, height, scaledWidth, scaledHeight, part, color, filter, seed) =>
        {
            Image image = Random(width, height, PixelFormat.Rgb24, seed);
            ImageSteps whole = Steps(scaledWidth, scaledHeight, color, filter);
            int cutWidth = Math.Max(1, (int)(scaledWidth * part)), cutHeight = Math.Max(1, (int)(scaledHeight * part));
            ImageSteps cut = whole with { Width = cutWidth, Height = cutHeight, CenterCrop = true };
            float[] all = Tensors.Of(whole, image, VectorPaths.Best), centre = Tensors.Of(cut, image, VectorPaths.Best);
            int left = (scaledWidth - cutWidth) / 2, top = (scaledHeight - cutHeight) / 2, channels = whole.Channels, row = cutWidth * channels;
            for (int y = 0; y < cutHeight; y++)
                Assert.Equal(all.AsSpan(((top + y) * scaledWidth + left) * channels, row), centre.AsSpan(y * row, row));
        }, iter: 400, threads: 2);

    [Fact]
    public void APictureOfTheTargetsSizeIsCopied() => Gen.Select(Gen.Int[1, 50], Gen.Int[1, 50], s_filter, Gen.Int).Sample((width, height, filter, seed) =>
    {
        Image image = Random(width, height, PixelFormat.Rgb24, seed);
        float[] tensor = Tensors.Of(Steps(width, height, ImageColor.Rgb, filter), image, VectorPaths.Best);
        Assert.Equal(Array.ConvertAll(image.Pixels.ToArray(), level => (float)level), tensor);
    }, iter: 100, threads: 2);

    [Fact]
    public void ColoursBecomeGrayByItsOwnFormula()
    {
        Image image = PngFile.Read("coffee97x61");
        var gray = new Image(image.Width, image.Height, PixelFormat.Gray8);
        for (int i = 0; i < gray.Pixels.Length; i++)
        {
            Span<byte> pixel = image.Pixels.Slice(i * 3, 3);
            gray.Pixels[i] = (byte)((9798 * pixel[0] + 19235 * pixel[1] + 3735 * pixel[2] + 16384) >> 15);
        }

        foreach ((int width, int height) in (ReadOnlySpan<(int, int)>)[(40, 30), (90, 10), (97, 20), (20, 61), (97, 61), (200, 150)])
        {
            foreach (ResizeFilter filter in ResizeFilters.Of(ResizeArithmetic.OpenCv))
            {
                ImageSteps steps = Steps(width, height, ImageColor.Gray, filter);
                foreach (VectorPath path in Samples.Paths.Where(path => path <= VectorPaths.Best))
                    Assert.Equal(Tensors.Of(steps, gray, path), Tensors.Of(steps, image, path));
            }
        }
    }

    [Fact]
    public void LargeBlocksAreAddedUpWithoutOverflow()
    {
        // 600 rows of white are 153,000, more than 16 bits hold.
        var image = new Image(1200, 1200, PixelFormat.Rgb24);
        image.Pixels.Fill(255);
        foreach (VectorPath path in Samples.Paths.Where(path => path <= VectorPaths.Best))
            Assert.All(Tensors.Of(Steps(2, 2, ImageColor.Rgb, ResizeFilter.Area), image, path), level => Assert.Equal(255, level));
    }

    [Fact]
    public void AnAxisOfAbsurdLengthIsRefusedBeforeMemoryIsTaken()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => AreaAxis.Build(ImageSize.MaxPixels, 7, new AxisSpan(0, 7, 0), 8));
        Assert.Contains("scale the picture down first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SharesOfAnAreaAddUpToOneAndLieSideBySide() => Gen.Select(Gen.Int[1, 3000], Gen.Int[1, 400]).Sample((source, target) =>
    {
        if (target > source) return;
        AreaAxis axis = AreaAxis.Build(source, target, new AxisSpan(0, target, 0), target);
        Assert.Equal(0, axis.First);
        Assert.Equal(source, axis.End);
        for (int i = 0; i < target; i++)
        {
            Assert.InRange(axis.Weights.AsSpan(i * axis.Taps, axis.Taps).ToArray().Sum(share => (double)share), 0.997, 1.003);
            if (i > 0) Assert.InRange(axis.Starts[i], axis.Starts[i - 1] + axis.Counts[i - 1] - 1, axis.Starts[i - 1] + axis.Counts[i - 1]);
        }
    }, iter: 300, threads: 2);

    [Fact]
    public void FlatPicturesStayFlatUpToACutOffBit() => Gen.Select(Gen.Byte, Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[1, 90], s_filter).Sample(
        (level, width, height, scaled, filter) =>
    {
        var image = new Image(width, height, PixelFormat.Rgb24);
        image.Pixels.Fill(level);
        float[] tensor = Tensors.Of(Steps(scaled, scaled, ImageColor.Rgb, filter), image, VectorPaths.Best);
        // Weights of 11 bits need not add up to 2,048, and linear cuts off bits.
        Assert.All(tensor, value => Assert.InRange(value, level - 1, level + 1));
    }, iter: 300, threads: 2);

    private static Image Random(int width, int height, PixelFormat format, int seed)
    {
        var image = new Image(width, height, format);
        new Random(seed).NextBytes(image.Pixels);
        return image;
    }

    private static ImageSteps Steps(int width, int height, ImageColor color, ResizeFilter filter) => new()
    {
        Width = width,
        Height = height,
        Color = color,
        Layout = ImageLayout.Hwc,
        Resize = ImageResize.To(width, height, filter) with { Arithmetic = ResizeArithmetic.OpenCv },
    };
}
