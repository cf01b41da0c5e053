namespace ModelGen.Tests.Imaging;

public class ResizeTargetTests
{
    public static TheoryData<ImageResize, int, int, int, int> Sizes() => new()
    {
        // torchvision Resize(256), Hugging Face shortest_edge: int(256 * 640 / 427) = 383.
        { ImageResize.ShorterSide(256, ResizeFilter.Bilinear), 640, 427, 383, 256 },
        // DETR 800/1333 on COCO's 640×480, 480×640 and a panorama, by get_size_with_aspect_ratio.
        { ImageResize.ShorterSide(800, 1333, ResizeFilter.Bilinear), 640, 480, 1066, 800 },
        { ImageResize.ShorterSide(800, 1333, ResizeFilter.Bilinear), 480, 640, 800, 1066 },
        { ImageResize.ShorterSide(800, 1333, ResizeFilter.Bilinear), 2000, 500, 1333, 333 },
        { ImageResize.ShorterSide(800, 1333, ResizeFilter.Bilinear), 800, 900, 800, 900 },
        // YOLO's letterbox: r = 640/1080, round(810 * r) = 480.
        { ImageResize.Within(640, 640, ResizeFilter.Bilinear) with { Rounding = SizeRounding.HalfToEven }, 810, 1080, 480, 640 },
        { ImageResize.Within(640, 640, ResizeFilter.Bilinear) with { OnlyShrinks = true }, 100, 50, 100, 50 },
        // PaddleOCR's detector: ratio 320/451, int, then to multiples of 32.
        { ImageResize.LongerSide(320, ResizeFilter.Bilinear) with { OnlyShrinks = true, MultipleOf = 32 }, 451, 300, 320, 224 },
        { ImageResize.LongerSide(320, ResizeFilter.Bilinear) with { OnlyShrinks = true, MultipleOf = 32 }, 97, 61, 96, 64 },
        // PaddleOCR's recogniser: ceil(48 * 97 / 61) = 77, at most 320.
        { ImageResize.ToHeight(48, 320, ResizeFilter.Bilinear) with { Rounding = SizeRounding.Up }, 97, 61, 77, 48 },
        { ImageResize.ToHeight(48, 320, ResizeFilter.Bilinear) with { Rounding = SizeRounding.Up }, 900, 61, 320, 48 },
        // Segment Anything: longer side 1024, int(side * scale + 0.5).
        { ImageResize.LongerSide(1024, ResizeFilter.Bilinear) with { Rounding = SizeRounding.HalfUp }, 1800, 1200, 1024, 683 },
        // DPT, keep_aspect_ratio: 384/480 is nearer 1 than 384/640; 640 * 0.8 = 512.
        { ImageResize.NearerScale(384, 384, ResizeFilter.Bicubic) with { MultipleOf = 32 }, 640, 480, 512, 384 },
        // A thin picture keeps a pixel.
        { ImageResize.LongerSide(64, ResizeFilter.Bilinear), 10_000, 3, 64, 1 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SidesAreThoseOfTheLibrary(ImageResize resize, int width, int height, int scaledWidth, int scaledHeight) =>
        Assert.Equal((scaledWidth, scaledHeight), resize.TargetOf(width, height));

    [Fact]
    public void ALetterboxIsPaddedAroundTheCentreWithAnOddPixelBehind()
    {
        var white = Image.Adopt([255, 255, 255, 255], 4, 1, PixelFormat.Gray8);
        var steps = new ImageSteps
        {
            Width = 4,
            Height = 4,
            Color = ImageColor.Gray,
            Layout = ImageLayout.Chw,
            Padding = ImagePadding.WithLevel(114),
        };
        Assert.Equal([114, 114, 114, 114, 255, 255, 255, 255, 114, 114, 114, 114, 114, 114, 114, 114], Tensors.Of(steps, white, VectorPaths.Best));
    }

    [Fact]
    public void PaddingWithANumberIsNotNormalised()
    {
        var gray = Image.Adopt([100, 50], 1, 2, PixelFormat.Gray8);
        var steps = new ImageSteps
        {
            Width = 3,
            Height = 2,
            Color = ImageColor.Rgb,
            Layout = ImageLayout.Hwc,
            Mean = [10, 20, 30],
            Padding = ImagePadding.WithNumber(-1, ImageAnchor.TopLeft),
        };
        Assert.Equal([90, 80, 70, -1, -1, -1, -1, -1, -1, 40, 30, 20, -1, -1, -1, -1, -1, -1], Tensors.Of(steps, gray, VectorPaths.Best));
    }

    [Fact]
    public void APictureThatDoesNotFitIntoThePaddingIsRefused()
    {
        var steps = new ImageSteps { Width = 3, Height = 3, Color = ImageColor.Gray, Layout = ImageLayout.Chw, Padding = ImagePadding.WithLevel(0) };
        ImageSizeException exception = Assert.Throws<ImageSizeException>(() => Tensors.Of(steps, new Image(4, 3, PixelFormat.Gray8), VectorPaths.Best));
        Assert.Contains("ImageResize.Within(3, 3, …)", exception.Message, StringComparison.Ordinal);
    }
}
