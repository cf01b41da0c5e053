using CsCheck;

namespace ModelGen.Tests.Imaging;

public class ElementTypeTests
{
    private static readonly ImageQuantization s_quantization = new(0.0186584, 114);

    [Fact]
    public void HalvesAreTheFloatsRounded() => Samples.Steps.Select(Samples.Picture).Sample((steps, picture) =>
    {
        var view = new ImageView(picture.Pixels, picture.Width, picture.Height, picture.Format, picture.Stride);
        var pipeline = new ImagePipeline(steps);
        var floats = new float[steps.Length];
        var halves = new Half[steps.Length];
        pipeline.Write(view, floats);
        pipeline.Write(view, halves);
        Assert.Equal(Array.ConvertAll(floats, number => (Half)number), halves);
    }, iter: 100);

    [Fact]
    public void QuantisedBytesAreWhatQuantizeLinearMakesOfTheFloats() => Samples.Steps.Select(Samples.Picture).Sample((steps, picture) =>
    {
        var view = new ImageView(picture.Pixels, picture.Width, picture.Height, picture.Format, picture.Stride);
        ImageSteps quantised = steps with { Quantization = s_quantization };
        var floats = new float[steps.Length];
        new ImagePipeline(steps).Write(view, floats);
        var bytes = new byte[steps.Length];
        var signed = new sbyte[steps.Length];
        new ImagePipeline(quantised).Write(view, bytes);
        new ImagePipeline(quantised).Write(view, signed);
        for (int i = 0; i < floats.Length; i++)
        {
            double level = Math.Round((double)(floats[i] / (float)s_quantization.Scale), MidpointRounding.ToEven) + s_quantization.ZeroPoint;
            Assert.Equal(Math.Clamp(level, 0, 255), bytes[i]);
            Assert.Equal(Math.Clamp(level, -128, 127), signed[i]);
        }
    }, iter: 100);

    [Fact]
    public void BytesWithoutAnyNumbersAreTheResampledLevels()
    {
        Image image = PngFile.Read("chelsea");
        var steps = new ImageSteps { Width = 64, Height = 48, Color = ImageColor.Bgr, Layout = ImageLayout.Hwc, Resize = ImageResize.To(64, 48, ResizeFilter.Bicubic) };
        var bytes = new byte[steps.Length];
        new ImagePipeline(steps).Write(image, bytes);
        Assert.Equal(Array.ConvertAll(Tensors.Of(steps, image, VectorPaths.Best), level => (byte)level), bytes);
    }

    [Theory]
    [InlineData(float.NaN, 0, 0)]
    [InlineData(1e30f, 255, 127)]
    [InlineData(-1e30f, 0, -128)]
    [InlineData(2.5f, 2, 2)]
    [InlineData(3.5f, 4, 4)]
    public void NumbersBeyondATypeAreClippedAndHalvesGoToEven(float number, byte unsigned, sbyte signed)
    {
        Assert.Equal(unsigned, TensorElement.Of<byte>(number, null));
        Assert.Equal(signed, TensorElement.Of<sbyte>(number, null));
    }

    [Fact]
    public void ATensorThatLiesInThePictureIsRefused()
    {
        var memory = new byte[300];
        var steps = new ImageSteps { Width = 10, Height = 10, Color = ImageColor.Rgb, Layout = ImageLayout.Hwc };
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ImagePipeline(steps).Write(new ImageView(memory, 10, 10, PixelFormat.Rgb24), memory.AsSpan()));
        Assert.Contains("overlap", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsAllocatedWhateverTheElements()
    {
        Image image = PngFile.Read("astro128");
        var steps = new ImageSteps { Width = 32, Height = 32, Color = ImageColor.Rgb, Layout = ImageLayout.Chw, Resize = ImageResize.To(32, 32, ResizeFilter.Bilinear) };
        var pipeline = new ImagePipeline(steps);
        var halves = new Half[steps.Length];
        var bytes = new byte[steps.Length];
        Assert.Equal(0, Allocated.BytesOf(() =>
        {
            pipeline.Write(image, halves);
            pipeline.Write(image, bytes);
        }));
    }
}
