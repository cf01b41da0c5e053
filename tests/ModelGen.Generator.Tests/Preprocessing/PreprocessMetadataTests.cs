using CsCheck;
using ModelGen.Generator.Tests;
using ModelGen.Onnx;

namespace ModelGen.Preprocessing.Tests;

public class PreprocessMetadataTests
{
    private static readonly ImageInputShape s_224 = new("image", 3, 224, 224, ImageLayout.Chw);

    [Theory]
    [InlineData("none")]
    [InlineData(" None ")]
    public void NoneIsUnderstood(string value) => Assert.IsType<PreprocessRequest.None>(Request(value));

    [Theory]
    [InlineData("models/preprocessor_config.json")]
    [InlineData("../other/Steps.JSON")]
    [InlineData("a=b.json")]
    public void APathToAJsonFileIsARequestForIt(string path) => Assert.Equal(new PreprocessRequest.File(path), Request(path));

    [Theory]
    [InlineData("/etc/steps.json")]
    [InlineData("C:\\steps.json")]
    [InlineData("\\\\host\\steps.json")]
    public void ARootedPathIsRefused(string path) => AssertProblem("is no relative path", path);

    [Fact]
    public void StepsBecomeTheSamePipelineThatTorchvisionHas()
    {
        PreprocessingSpec spec = Spec("resize=256;filter=bicubic;crop=224;rescale=1/255;mean=0.485,0.456,0.406;std=0.229,0.224,0.225;channels=rgb;numbers=torchvision;pillow=12", s_224);
        var expected = new PreprocessingSpec
        {
            Width = 224,
            Height = 224,
            Color = ImageColor.Rgb,
            Layout = ImageLayout.Chw,
            Resize = ResizeStep.ToShorterSide(256, ImageFilter.Bicubic) with { PassOrder = PassOrder.Pillow12 },
            CenterCrop = new PixelSize(224, 224),
            CropRounding = CropRounding.HalfToEven,
            Rescale = 1 / 255d,
            Mean = new([0.485, 0.456, 0.406]),
            Std = new([0.229, 0.224, 0.225]),
            NumberRule = NumberRule.Torchvision,
        };
        Assert.Equal(expected, spec);
        Assert.Equal("RGB; shorter side to 256 (Pillow 12 bicubic); centre 224×224; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)", spec.Words);
    }

    [Theory]
    [InlineData("Resize = 224x224 ; Filter = Bilinear ; Rescale = 0.5", "RGB; scaled to 224×224 (Pillow bilinear); × 1/2")]
    [InlineData("resize=224×224|filter=box", "RGB; scaled to 224×224 (Pillow box)")]
    [InlineData("mean=127;std=128\nchannels=bgr", "BGR; − mean (127) ÷ deviation (128)")]
    [InlineData("std=2;", "RGB; ÷ deviation (2)")]
    [InlineData("rescale=-2.5", "RGB; × -2.5")]
    [InlineData("rescale=1/127.5;mean=1", "RGB; × 1/127.5; − mean (1)")]
    public void SpellingIsForgiving(string value, string words) => Assert.Equal(words, Spec(value, s_224).Words);

    [Fact]
    public void ASizeIsWidthByHeight()
    {
        PreprocessingSpec spec = Spec("resize=1024x512;filter=bilinear", s_224 with { Width = 1024, Height = 512 });
        Assert.Equal((1024, 512), (spec.Resize.Width, spec.Resize.Height));
    }

    [Fact]
    public void SwappedSidesAreExplained()
    {
        Problem problem = Misfit("resize=512x1024;filter=bilinear", s_224 with { Width = 1024, Height = 512 });
        Assert.Equal("MG3007", problem.Rule.Id);
        Assert.Contains("look swapped", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mean=1,2", "2 numbers in mean")]
    [InlineData("std=1,2,3,4", "4 numbers in std")]
    [InlineData("channels=gray", "gives 1 channel(s), gray, but the input 'image' takes 3")]
    [InlineData("resize=256;filter=box", "leaves the other one to the picture")]
    [InlineData("crop=100", "crops to 100×100")]
    public void WhatDoesNotFitTheModelIsExplained(string value, string fragment)
    {
        Problem problem = Misfit(value, s_224);
        Assert.Equal("MG3007", problem.Rule.Id);
        Assert.Contains(fragment, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneChannelIsGrayByItself() => Assert.Equal("gray; × 1/255", Spec("rescale=1/255", s_224 with { Channels = 1 }).Words);

    [Theory]
    [InlineData("", "none; a relative path to a .json file; a preset (imagenet, yolo, cityscapes, keras:caffe, keras:tf, keras:torch, torchvision:MODEL); steps as")]
    [InlineData(" ; ", "none; a relative path to a .json file; a preset (imagenet, yolo, cityscapes, keras:caffe, keras:tf, keras:torch, torchvision:MODEL); steps as")]
    [InlineData("nome", "Did you mean 'none'?")]
    [InlineData("imagenut", "Did you mean 'imagenet'?")]
    [InlineData("torchvision:resnet5", "Did you mean 'resnet")]
    [InlineData("torchvision:ResNet50_Weights.IMAGENET1K_V3", "is none of: none;")]
    [InlineData("keras:caffe", "'resize' needs a 'filter'")]
    [InlineData("resize=224x224;filter=box;library=opencv", "is not among those of library=opencv: nearest, nearest-exact, bilinear")]
    [InlineData("resize=224x224;filter=area", "is not among those of library=pillow")]
    [InlineData("resize=224x224;filter=bilinear;library=opencv;pillow=12", "names another library")]
    [InlineData("resize=800x600;filter=bilinear;fit=shorter", "takes one side")]
    [InlineData("resize=800;filter=bilinear;longest=600", "'longest' is less than the shorter side")]
    [InlineData("resize=800x600;filter=bilinear;longest=900", "'longest' bounds the longer side")]
    [InlineData("resize=input;filter=bilinear;pad=256", "pad=256 is no whole number from 0 to 255")]
    [InlineData("resize=input;filter=bilinear;pad=1;fill=1", "Write one of them")]
    [InlineData("resize=input;filter=bilinear;pad=1;crop=224", "'crop' fills what is missing with black")]
    [InlineData("anchor=topleft", "there is no padding")]
    [InlineData("background=1,2", "is no colour")]
    [InlineData("divide=twice", "needs a 'std'")]
    [InlineData("quant=0,1", "is no scale and zero point")]
    [InlineData("multiple=32", "there is no 'resize'")]
    [InlineData("resize=224;filter=bilinear;fit=latterbox", "Did you mean 'letterbox'?")]
    [InlineData("resise=256;filter=box", "Did you mean 'resize'?")]
    [InlineData("resize=256;box", "'box' is none of resize, filter")]
    [InlineData("resize=256", "'resize' needs a 'filter': one of nearest, lanczos, bilinear, bicubic, box, hamming")]
    [InlineData("resize=256;filter=bicubik", "Did you mean 'bicubic'?")]
    [InlineData("filter=bicubic", "there is no 'resize'")]
    [InlineData("pillow=12", "there is no 'resize'")]
    [InlineData("resize=0;filter=box", "resize=0 is no size")]
    [InlineData("resize=9999999;filter=box", "is no size")]
    [InlineData("resize=1x2x3;filter=box", "is no size")]
    [InlineData("crop=-1", "crop=-1 is no size")]
    [InlineData("rescale=1/0", "rescale=1/0 is no factor")]
    [InlineData("rescale=0", "is no factor")]
    [InlineData("rescale=1e999", "is no factor")]
    [InlineData("mean=a", "mean=a is no list of numbers")]
    [InlineData("mean=1,,2", "is no list of numbers")]
    [InlineData("std=1,0,1", "'std' has a 0")]
    [InlineData("channels=grey", "Did you mean 'gray'?")]
    [InlineData("numbers=torchvison;rescale=1/255", "Did you mean 'torchvision'?")]
    [InlineData("rescale=1e-60", "is no factor")]
    [InlineData("mean=1e60", "is no list of numbers")]
    [InlineData("mean=1;mean=2", "'mean' is given twice")]
    [InlineData("mean=", "'mean' has no value")]
    public void AWrongValueIsAnsweredWithTheRightOnes(string value, string fragment) => AssertProblem(fragment, value);

    [Fact]
    public void AllThatIsWrongIsReportedAtOnce()
    {
        (_, EquatableArray<Problem> problems) = PreprocessMetadata.Parse("resize=x;fliter=box;mean=y");
        Assert.Equal(4, problems.Count);
    }

    [Fact]
    public void NoValueMakesItThrow()
    {
        Gen<string> words = Gen.OneOf("resize", "filter", "crop", "mean", "std", "=", ";", "|", "1", "224", "x", "/", ",", "1e9", "none", ".json", "rgb", "channels", "\u2028", "\uD800");
        Gen.OneOf(words.Array[0, 12].Select(string.Concat), Nasty.Texts).Sample(value =>
        {
            (PreprocessRequest? request, EquatableArray<Problem> problems) = PreprocessMetadata.Parse(value);
            Assert.Equal(request is null, problems.Count > 0);
            Assert.All(problems, AssertPrintable);
            if (request is PreprocessRequest.Inline inline)
            {
                (PreprocessingSpec? spec, EquatableArray<Problem> misfits) = inline.Steps.For(s_224);
                Assert.Equal(spec is null, misfits.Count > 0);
                Assert.All(misfits, AssertPrintable);
            }
        }, iter: 5_000);
    }

    private static void AssertPrintable(Problem problem)
    {
        Assert.Equal(XmlText.Plain(problem.Message, 10_000), problem.Message);
        Assert.InRange(problem.Message.Length, 20, 700);
    }

    private static PreprocessRequest Request(string value)
    {
        (PreprocessRequest? request, EquatableArray<Problem> problems) = PreprocessMetadata.Parse(value);
        Assert.Empty(problems);
        return request!;
    }

    private static PreprocessingSpec Spec(string value, ImageInputShape input)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = Assert.IsType<PreprocessRequest.Inline>(Request(value)).Steps.For(input);
        Assert.Empty(problems);
        return spec!;
    }

    private static Problem Misfit(string value, ImageInputShape input)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = Assert.IsType<PreprocessRequest.Inline>(Request(value)).Steps.For(input);
        Assert.Null(spec);
        return Assert.Single(problems);
    }

    private static void AssertProblem(string fragment, string value)
    {
        (PreprocessRequest? request, EquatableArray<Problem> problems) = PreprocessMetadata.Parse(value);
        Assert.Null(request);
        Assert.Contains(problems, p => p.Rule.Id == "MG3005" && p.Message.Contains(fragment, StringComparison.Ordinal));
    }
}
