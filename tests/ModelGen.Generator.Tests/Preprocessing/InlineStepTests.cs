using ModelGen.Onnx;

namespace ModelGen.Preprocessing.Tests;

public class InlineStepTests
{
    private static readonly ImageInputShape s_input = new("image", 3, 320, 640, ImageLayout.Chw);

    [Theory]
    [InlineData("resize=800;longest=1333;filter=bilinear;fill=0;anchor=topleft", "RGB; shorter side to 800, longer at most 1333 (Pillow bilinear); padded to 640×320 from the upper left with the number 0")]
    [InlineData("resize=600;fit=longer;shrink=only;multiple=32;filter=area;library=opencv;pad=0", "RGB; longer side at most 600, sides multiples of 32 (OpenCV area); padded to 640×320 around the centre with pixels of 0")]
    [InlineData("resize=640x320;fit=letterbox;filter=bilinear", "RGB; scaled to fit 640×320 (Pillow bilinear); padded to 640×320 around the centre with pixels of 114")]
    [InlineData("resize=input;fit=letterbox;shrink=only;pad=7;filter=bilinear", "RGB; shrunk to fit 640×320 (Pillow bilinear); padded to 640×320 around the centre with pixels of 7")]
    [InlineData("resize=640x320;fit=height;rounding=up;filter=bilinear;library=opencv4;fill=0", "RGB; height to 320, width at most 640 (OpenCV 4 bilinear); padded to 640×320 around the centre with the number 0")]
    [InlineData("resize=384x384;fit=nearer;multiple=32;filter=bicubic;library=torch;crop=640x320", "RGB; scaled towards 384×384 by one factor, sides multiples of 32 (torch uint8 bicubic); centre 640×320")]
    [InlineData("resize=input;filter=bilinear;library=scikit-image-smoothed", "RGB; scaled to 640×320 (scikit-image, smoothed, bilinear)")]
    [InlineData("resize=input;filter=bilinear-exact;library=opencv", "RGB; scaled to 640×320 (OpenCV bilinear-exact)")]
    [InlineData("resize=input;filter=bilinear;library=pillow12", "RGB; scaled to 640×320 (Pillow 12 bilinear)")]
    [InlineData("background=255;std=0.5;divide=twice", "RGB; transparency over (255); ÷ deviation (0.5); ÷ deviation again")]
    public void EveryWordOfTheSyntaxIsAStep(string value, string words) => Assert.Equal(words, Spec(value, s_input).Words);

    [Fact]
    public void ALetterboxRoundsItsSidesHalfToEvenAsPythonDoes() =>
        Assert.Equal(SizeRounding.HalfToEven, Spec("resize=input;fit=letterbox;filter=bilinear", s_input).Resize.Rounding);

    [Fact]
    public void BytesAreTakenAsTheyAre() =>
        Assert.Equal("RGB; scaled to 640×320 (Pillow box)", Spec("resize=input;filter=box", s_input with { Element = Onnx.ElementType.UInt8 }).Words);

    [Fact]
    public void FractionsForBytesNeedAScaleAndAZeroPoint()
    {
        ImageInputShape bytes = s_input with { Element = Onnx.ElementType.Int8 };
        Problem problem = Assert.Single(Steps("rescale=1/255").For(bytes).Problems);
        Assert.Equal("MG3007", problem.Rule.Id);
        Assert.Contains("takes int8", problem.Message, StringComparison.Ordinal);
        Assert.Equal(new QuantizationStep(0.0078125, -128), Spec("rescale=1/255;quant=0.0078125,-128", bytes).Quantization);
    }

    [Fact]
    public void FloatsAreNotQuantised() => Assert.Contains("quantises, but the input 'image' takes float32", Assert.Single(Steps("quant=0.5").For(s_input).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("resize=256;filter=box;crop=224", 224, 224)]
    [InlineData("resize=320x240;filter=box", 320, 240)]
    [InlineData("resize=320x240;filter=box;fit=letterbox", 320, 240)]
    [InlineData("resize=320;filter=box;fit=longer;fill=0", 320, 320)]
    [InlineData("resize=320;filter=box;fit=longer", 0, 0)]
    [InlineData("rescale=1/255", 0, 0)]
    public void WithoutAModelTheStepsSayTheSizeIfTheyCan(string value, int width, int height)
    {
        PreprocessingSpec spec = Spec(value, s_input with { Width = 0, Height = 0 });
        Assert.Equal((width, height), (spec.Width, spec.Height));
    }

    [Fact]
    public void ALetterboxLargerThanTheModelIsAMisfit() =>
        Assert.Contains("resizes to up to 640×640", Assert.Single(Steps("resize=640x640;fit=letterbox;filter=box").For(s_input).Problems).Message, StringComparison.Ordinal);

    private static InlineSteps Steps(string value) => Assert.IsType<PreprocessRequest.Inline>(PreprocessMetadata.Parse(value).Request).Steps;

    private static PreprocessingSpec Spec(string value, ImageInputShape input)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = Steps(value).For(input);
        Assert.Empty(problems);
        return spec!;
    }
}
