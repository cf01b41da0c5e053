using CsCheck;

namespace ModelGen.Tests.Imaging;

public class ImagePipelineTests
{
    private static readonly ImageSteps s_plain = new() { Width = 4, Height = 3, Color = ImageColor.Rgb, Layout = ImageLayout.Hwc };

    [Fact]
    public void APictureOfAnotherSizeWithoutAStepForItIsRefusedWithBothSizes()
    {
        ImageSizeException error = Assert.Throws<ImageSizeException>(() => Run(s_plain, new Image(5, 3, PixelFormat.Rgb24)));
        Assert.Contains("The tensor is 4×3, the picture 5×3", error.Message, StringComparison.Ordinal);
        Assert.Contains("CenterCrop = true", error.Message, StringComparison.Ordinal);
        ImageSteps shorter = s_plain with { Resize = ImageResize.ShorterSide(3, ResizeFilter.Box) };
        error = Assert.Throws<ImageSizeException>(() => Run(shorter, new Image(60, 30, PixelFormat.Rgb24)));
        Assert.Contains("the picture 60×30 (scaled to 6×3)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADestinationOfAnotherLengthIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            "destination", () => new ImagePipeline(s_plain).Write(new Image(4, 3, PixelFormat.Rgb24), new float[37]));
        Assert.Contains("exactly 3 × 3 × 4 = 36 numbers, got 37", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("image", () => new ImagePipeline(s_plain).Write(default, new float[36]));
    }

    [Fact]
    public void FormatsOfTheSamePictureGiveTheSameTensor() => Gen.Select(Samples.Steps, Gen.Int[1, 60], Gen.Int[1, 60]).Sample((steps, width, height) =>
    {
        var rgb = new Image(width, height, PixelFormat.Rgb24);
        new Random(width).NextBytes(rgb.Pixels);
        string expected = Tensors.Hash(Run(steps, rgb));
        foreach (PixelFormat format in (ReadOnlySpan<PixelFormat>)[PixelFormat.Bgr24, PixelFormat.Rgba32, PixelFormat.Bgra32])
        {
            var other = new Image(width, height, format);
            int bytes = format.BytesPerPixel(), red = format.RedOffset();
            for (int i = 0; i < width * height; i++)
            {
                rgb.Pixels.Slice(i * 3, 3).CopyTo(other.Pixels[(i * bytes)..]);
                if (red == 2) other.Pixels.Slice(i * bytes, 3).Reverse();
                if (bytes == 4) other.Pixels[i * 4 + 3] = (byte)i;   // alpha must not matter
            }

            Assert.Equal(expected, Tensors.Hash(Run(steps, other)));
        }
    }, iter: 100, threads: 2);

    [Fact]
    public void ColoursBecomeGrayBeforeTheyAreScaled()
    {
        Image image = PngFile.Read("coffee97x61");
        var gray = new Image(image.Width, image.Height, PixelFormat.Gray8);
        for (int i = 0; i < gray.Pixels.Length; i++)
        {
            Span<byte> pixel = image.Pixels.Slice(i * 3, 3);
            gray.Pixels[i] = (byte)((19595 * pixel[0] + 38470 * pixel[1] + 7471 * pixel[2] + 32768) >> 16);
        }

        foreach ((int width, int height) in (ReadOnlySpan<(int, int)>)[(40, 30), (90, 10), (97, 20), (20, 61), (97, 61), (200, 150)])
        {
            ImageSteps steps = new()
            {
                Width = width,
                Height = height,
                Color = ImageColor.Gray,
                Layout = ImageLayout.Chw,
                Resize = ImageResize.To(width, height, ResizeFilter.Bicubic),
            };
            Assert.Equal(Run(steps, gray), Run(steps, image));
        }
    }

    [Fact]
    public void AGrayPictureFillsAllChannelsAlike()
    {
        var gray = new Image(4, 3, PixelFormat.Gray8);
        new Random(2).NextBytes(gray.Pixels);
        float[] tensor = Run(s_plain with { Mean = [1, 2, 3] }, gray);
        for (int i = 0; i < gray.Pixels.Length; i++)
            Assert.Equal([gray.Pixels[i] - 1f, gray.Pixels[i] - 2f, gray.Pixels[i] - 3f], tensor[(i * 3)..(i * 3 + 3)]);
    }

    // What is cut or padded before the picture: Hugging Face floors, torchvision rounds half to even but pads the smaller half first.
    [Theory]
    [InlineData(7, 4, CropRounding.Down, 1)]
    [InlineData(7, 4, CropRounding.HalfToEven, 2)]
    [InlineData(9, 4, CropRounding.HalfToEven, 2)]
    [InlineData(6, 4, CropRounding.HalfToEven, 1)]
    [InlineData(3, 4, CropRounding.Down, -1)]
    [InlineData(3, 4, CropRounding.HalfToEven, 0)]
    [InlineData(1, 4, CropRounding.Down, -2)]
    [InlineData(1, 4, CropRounding.HalfToEven, -1)]
    public void TheCentreStartsWhereTheLibraryHasIt(int size, int crop, CropRounding rounding, int start)
    {
        var image = new Image(size, 1, PixelFormat.Gray8);
        for (int x = 0; x < size; x++) image.Pixels[x] = (byte)(100 + x);
        ImageSteps steps = new()
        {
            Width = crop,
            Height = 1,
            Color = ImageColor.Gray,
            Layout = ImageLayout.Chw,
            CenterCrop = true,
            CropRounding = rounding,
            Mean = [10],
        };
        float[] tensor = Run(steps, image);
        for (int x = 0; x < crop; x++)
            Assert.Equal(x + start >= 0 && x + start < size ? 90 + x + start : -10, tensor[x]);
    }

    [Fact]
    public void MoreSizesThanAreRememberedStillGiveTheSameTensors()
    {
        var pipeline = new ImagePipeline(s_plain with { Resize = ImageResize.To(4, 3, ResizeFilter.Lanczos) });
        var tensor = new float[36];
        for (int round = 0; round < 2; round++)
        {
            for (int size = 1; size <= PlanCache.Capacity + 5; size++)
            {
                var image = new Image(size, size, PixelFormat.Rgb24);
                new Random(size).NextBytes(image.Pixels);
                pipeline.Write(image, tensor);
                Assert.Equal(Tensors.Of(pipeline.Steps, image, VectorPath.Scalar), tensor);
            }
        }
    }

    [Fact]
    public async Task ThreadsDoNotDisturbEachOther()
    {
        var pipeline = new ImagePipeline(PipelineCatalog.Steps("hf-clip", 224, 224));
        string[] names = ["chelsea", "coffee97x61", "astro128", "rocket320x213"];
        await Task.WhenAll(names.Select(name => Task.Run(() =>
        {
            Image image = PngFile.Read(name);
            string expected = Tensors.Hash(Tensors.Of(pipeline.Steps, image, VectorPath.Scalar));
            var tensor = new float[pipeline.Steps.Length];
            for (int i = 0; i < 20; i++)
            {
                pipeline.Write(image, tensor);
                Assert.Equal(expected, Tensors.Hash(tensor));
            }
        })));
    }

    private static float[] Run(ImageSteps steps, Image image) => Tensors.Of(steps, image, VectorPaths.Best);
}
