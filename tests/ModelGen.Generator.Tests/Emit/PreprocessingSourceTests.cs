using ModelGen.Onnx.Tests;
using ModelGen.Onnx.Wire;

namespace ModelGen.Generator.Tests;

/// <summary>Every step is written as the runtime's own, and compiles.</summary>
public class PreprocessingSourceTests
{
    [Theory]
    [InlineData(
        "yolo",
        "Resize = M::ImageResize.Within(640, 320, M::ResizeFilter.Bilinear) with { Arithmetic = M::ResizeArithmetic.OpenCv, Rounding = M::SizeRounding.HalfToEven },",
        "Padding = M::ImagePadding.WithLevel(114),")]
    [InlineData(
        "resize=800;longest=1333;filter=bilinear;fill=0;anchor=topleft",
        "Resize = M::ImageResize.ShorterSide(800, 1333, M::ResizeFilter.Bilinear),",
        "Padding = M::ImagePadding.WithNumber(0f, M::ImageAnchor.TopLeft),")]
    [InlineData(
        "resize=320;fit=longer;shrink=only;multiple=32;filter=area;library=opencv;pad=0;numbers=factor",
        "Resize = M::ImageResize.LongerSide(320, M::ResizeFilter.Area) with { Arithmetic = M::ResizeArithmetic.OpenCv, OnlyShrinks = true, MultipleOf = 32 },",
        "NumberRule = M::NumberRule.Factor,")]
    [InlineData(
        "resize=640x320;fit=height;rounding=up;filter=nearest-exact;library=opencv4;pad=0",
        "Resize = M::ImageResize.ToHeight(320, 640, M::ResizeFilter.NearestExact) with { Arithmetic = M::ResizeArithmetic.OpenCv4, Rounding = M::SizeRounding.Up },",
        "Padding = M::ImagePadding.WithLevel(0),")]
    [InlineData(
        "resize=384x384;fit=nearer;multiple=32;filter=bicubic;library=torch;crop=640x320",
        "Resize = M::ImageResize.NearerScale(384, 384, M::ResizeFilter.Bicubic) with { Arithmetic = M::ResizeArithmetic.TorchUint8, MultipleOf = 32 },",
        "CenterCrop = true,")]
    [InlineData("background=255,255,255;std=0.5;divide=twice", "Background = [255d, 255d, 255d],", "DividesTwice = true,")]
    [InlineData("cityscapes", "with { Arithmetic = M::ResizeArithmetic.ScikitImage },", "NumberRule = M::NumberRule.Float64,")]
    public void StepsAreWrittenAsTheRuntimesOwn(string preprocess, params string[] lines)
    {
        using TestProject project = new TestProject().Model("net.onnx", Net(), ("preprocess", preprocess));
        string source = Generation.Of(project).Compiles().Source;
        Assert.All(lines, line => Assert.Contains(line, source, StringComparison.Ordinal));
    }

    [Fact]
    public void TheModelsOwnMetadataIsReadWhereNothingElseSpeaks()
    {
        ModelBuilder model = Net();
        foreach ((string key, string value) in new[] { ("author", "Ultralytics"), ("task", "detect"), ("imgsz", "[320, 640]") })
            model.Proto.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        using TestProject project = new TestProject().Model("net.onnx", model);
        Assert.Contains(
            "/// <summary>What happens to a picture: RGB; scaled to fit 640×320 (OpenCV bilinear); padded to 640×320 around the centre with pixels of 114; × 1/255.</summary>",
            Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AQuantisedInputTakesTheScaleThatTheGraphTurnsItBackWith()
    {
        ModelBuilder model = new ModelBuilder()
            .Input("image", GraphBuilder.Tensor(Onnx.ElementType.UInt8, 1, 3, 8, 8))
            .Initializer(new TensorProto { Name = "scale", DataType = (int)Onnx.ElementType.Float, FloatData = { 0.0078125f } })
            .Initializer(new TensorProto { Name = "zero", DataType = (int)Onnx.ElementType.UInt8, Int32Data = { 128 } })
            .Node("DequantizeLinear", "image,scale,zero", "y").Output("y", 1, 3, 8, 8);
        using TestProject project = new TestProject().Model("net.onnx", model, ("preprocess", "resize=input;filter=box;rescale=1/127.5;mean=1"));
        Assert.Contains("Quantization = new M::ImageQuantization(0.0078125, 128),", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    private static ModelBuilder Net() => new ModelBuilder().Input("image", 1, 3, 320, 640).Node("Relu", "image", "y").Output("y", 1, 3, 320, 640);
}
