namespace ModelGen.Tests.Imaging;

public class ImageStepsTests
{
    private static readonly ImageSteps s_steps = new()
    {
        Width = 224,
        Height = 224,
        Color = ImageColor.Rgb,
        Layout = ImageLayout.Chw,
        Resize = ImageResize.ShorterSide(256, ResizeFilter.Bicubic),
        CenterCrop = true,
        Rescale = 1.0 / 255,
        Mean = [0.485, 0.456, 0.406],
        Std = [0.229, 0.224, 0.225],
    };

    [Fact]
    public void StepsReadAsASentence()
    {
        Assert.Equal(
            "RGB; shorter side to 256 (Pillow bicubic); centre 224×224; × 0.003921569; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225); CHW",
            s_steps.Describe());
        Assert.Equal("gray; 8×4; HWC", new ImageSteps { Width = 8, Height = 4, Color = ImageColor.Gray, Layout = ImageLayout.Hwc }.ToString());
        ImageSteps older = s_steps with { Resize = ImageResize.To(224, 224, ResizeFilter.Box) with { PassOrder = PassOrder.Pillow12 }, Mean = [] };
        Assert.Contains("scaled to 224×224 (Pillow 12 box)", older.ToString(), StringComparison.Ordinal);
        Assert.Contains("; ÷ deviation", older.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void StepsAreEqualWhenTheirNumbersAre()
    {
        Assert.Equal(s_steps, s_steps with { Mean = [0.485, 0.456, 0.406] });
        Assert.Equal(s_steps.GetHashCode(), (s_steps with { Mean = [0.485, 0.456, 0.406] }).GetHashCode());
        Assert.NotEqual(s_steps, s_steps with { Mean = [0.485, 0.456, 0.407] });
        Assert.NotEqual(s_steps, s_steps with { Mean = [] });
    }

    public static TheoryData<ImageSteps, string> Contradictions() => new()
    {
        { s_steps with { Width = 0 }, "at least 1×1" },
        { s_steps with { Mean = [1, 2] }, "Expected Mean to have 3 numbers (one a channel), 1 or none, got 2: (1, 2)" },
        { s_steps with { Std = [0.2, 0, 0.2] }, "no 0 in Std" },
        { s_steps with { Std = [double.NaN] }, "finite numbers in Std" },
        { s_steps with { Rescale = 0 }, "Rescale" },
        { s_steps with { Rescale = double.PositiveInfinity }, "Rescale" },
        { s_steps with { Color = (ImageColor)7 }, "Color to be one of Rgb, Bgr, Gray, Rgba, got 7" },
        { s_steps with { Resize = ImageResize.To(256, 256, ResizeFilter.Box), CenterCrop = false }, "gives 256×256, the tensor is 224×224" },
        { s_steps with { Resize = ImageResize.To(224, 224, ResizeFilter.Box) with { Arithmetic = ResizeArithmetic.TorchUint8 } }, "TorchUint8 knows Bilinear, Bicubic, got Box" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void ContradictionsAreToldWhenThePipelineIsMade(ImageSteps steps, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ImagePipeline(steps));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(640, 480, 341, 256)]
    [InlineData(480, 640, 256, 341)]
    [InlineData(256, 256, 256, 256)]
    [InlineData(97, 61, 407, 256)]
    [InlineData(1, 3, 256, 768)]
    public void TheLongerSideIsTruncated(int width, int height, int scaledWidth, int scaledHeight) =>
        Assert.Equal((scaledWidth, scaledHeight), ImageResize.ShorterSide(256, ResizeFilter.Box).TargetOf(width, height));

    [Fact]
    public void AShorterSideThatBlowsTheLongerOneUpIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ImageResize.ShorterSide(256, ResizeFilter.Box).TargetOf(1, 3_000_000));
        Assert.Contains("crop the picture first", error.Message, StringComparison.Ordinal);
    }
}
