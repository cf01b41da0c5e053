using ModelGen.Generator.Tests;
using ModelGen.Onnx;

namespace ModelGen.Preprocessing.Tests;

public class HuggingFaceConfigTests
{
    private static readonly ImageInputShape s_224 = Input(224, 224);

    /// <summary>Real files, the input they belong to, and what they say in words.</summary>
    public static TheoryData<string, int, int, int, string> SupportedFiles => new()
    {
        { "hf-vit", 3, 224, 224, "RGB; scaled to 224×224 (Pillow bilinear); × 1/255; − mean (0.5) ÷ deviation (0.5)" },
        { "hf-deit", 3, 224, 224, "RGB; scaled to 256×256 (Pillow bicubic); centre 224×224; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)" },
        { "hf-clip", 3, 224, 224, "RGB; shorter side to 224 (Pillow bicubic); centre 224×224; × 1/255; − mean (0.48145466, 0.4578275, 0.40821073) ÷ deviation (0.26862954, 0.26130258, 0.27577711)" },
        { "hf-convnext", 3, 224, 224, "RGB; shorter side to 256 (Pillow bicubic); centre 224×224; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)" },
        { "hf-convnext-384", 3, 384, 384, "RGB; scaled to 384×384 (Pillow bicubic); × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)" },
        { "hf-levit", 3, 224, 224, "RGB; shorter side to 256 (Pillow bicubic); centre 224×224; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)" },
        { "hf-mobilenetv2", 3, 224, 224, "RGB; shorter side to 256 (Pillow bilinear); centre 224×224; × 1/255; − mean (0.5) ÷ deviation (0.5)" },
        { "hf-mobilevit", 3, 256, 256, "BGR; shorter side to 288 (Pillow bilinear); centre 256×256; × 1/255" },
        { "hf-segformer", 3, 512, 512, "RGB; scaled to 512×512 (Pillow bilinear); × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)" },
        { "hf-siglip", 3, 224, 224, "RGB; scaled to 224×224 (Pillow bicubic); × 1/255; − mean (0.5) ÷ deviation (0.5)" },
        { "hf-efficientnet", 3, 224, 224, "RGB; scaled to 224×224 (Pillow nearest); × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.47853944, 0.4732864, 0.47434163); ÷ deviation again" },
        { "hf-detr", 3, 800, 1333, "RGB; shorter side to 800, longer at most 1333 (Pillow bilinear); padded to 1333×800 from the upper left with the number 0; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)" },
        { "hf-detr-small", 3, 256, 256, "RGB; shorter side to 200, longer at most 256 (Pillow bilinear); padded to 256×256 from the upper left with the number 0; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)" },
        { "digits", 1, 8, 8, "gray; scaled to 8×8 (Pillow box); × 1/255" },
        { "selfie-segmentation", 3, 256, 256, "RGB; scaled to 256×256 (Pillow bilinear); × 1/255" },
        { "unet-shapes", 3, 224, 224, "RGB; × 1/255" },
        { "efficientnet-lite0", 3, 224, 224, "RGB; shorter side to 256 (Pillow bicubic); centre 224×224; × 1/255; − mean (0.4980392156862745) ÷ deviation (0.5019607843137255)" },
        { "street-fcn8s", 3, 512, 1024, "RGB; − mean (71.60167789, 82.09696889, 72.30508881)" },
    };

    [Theory]
    [MemberData(nameof(SupportedFiles))]
    public void ARealFileIsReadAsItsProcessorWouldRunIt(string file, int channels, int height, int width, string words)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = HuggingFaceConfig.Read(TestData.Config(file), Input(height, width, channels));
        Assert.Empty(problems);
        Assert.Equal(words, spec!.Words);
        Assert.Equal((width, height, ImageLayout.Chw, NumberRule.HuggingFace), (spec.Width, spec.Height, spec.Layout, spec.NumberRule));
        Assert.Equal((ResizeArithmetic.Pillow, PassOrder.Pillow13, CropRounding.Down), (spec.Resize.Arithmetic, spec.Resize.PassOrder, spec.CropRounding));
        Assert.Equal((channels, channels), (spec.Mean.Count, spec.Std.Count));
    }

    /// <summary>Real files of Fast processors, what they say in words, and where their crop begins.</summary>
    public static TheoryData<string, string, bool> FastFiles => new()
    {
        { "hf-vit-fast", "RGB; scaled to 224×224 (torch uint8 bilinear); × 1/255; − mean (0.5) ÷ deviation (0.5)", false },
        { "hf-clip-fast", "RGB; shorter side to 224 (torch uint8 bicubic); centre 224×224; × 1/255; − mean (0.48145466, 0.4578275, 0.40821073) ÷ deviation (0.26862954, 0.26130258, 0.27577711)", false },
        { "hf-convnext-fast", "RGB; shorter side to 256 (torch uint8 bicubic); centre 224×224; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)", true },
    };

    [Theory]
    [MemberData(nameof(FastFiles))]
    public void AFastProcessorKeepsTorchsArithmetic(string file, string words, bool halfToEven)
    {
        PreprocessingSpec spec = Read(TestData.Config(file), s_224);
        Assert.Equal(words, spec.Words);
        Assert.Equal((ResizeArithmetic.TorchUint8, NumberRule.HuggingFaceFast), (spec.Resize.Arithmetic, spec.NumberRule));
        Assert.Equal(halfToEven ? CropRounding.HalfToEven : CropRounding.Down, spec.CropRounding);
    }

    [Theory]
    [InlineData("hf-dpt", "keep_aspect_ratio", "model's is fixed")]
    public void AStepThatCannotBeDoneIsNamed(string file, params string[] fragments)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = HuggingFaceConfig.Read(TestData.Config(file), s_224);
        Assert.Null(spec);
        Assert.All(fragments, fragment => Assert.Contains(problems, p => p.Rule.Id == "MG3006" && p.Message.Contains(fragment, StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryFileOfTheDataIsTestedHere()
    {
        string[] elsewhere = ["hf-detr-small-fast", "hf-dpt"];
        IEnumerable<string> tested = SupportedFiles.Concat(FastFiles).Select(row => (string)row[0]).Concat(elsewhere);
        Assert.Equal(TestData.ConfigNames.Order(), tested.Order());
    }

    [Fact]
    public void TheLayoutIsTheModelsOwn()
    {
        PreprocessingSpec spec = Read("{}", s_224 with { Layout = ImageLayout.Hwc });
        Assert.Equal(ImageLayout.Hwc, spec.Layout);
    }

    [Theory]
    // What old feature extractors wrote: a plain size, and no word of rescaling, which they always did.
    [InlineData("""{"feature_extractor_type":"ViTFeatureExtractor","do_normalize":true,"do_resize":true,"image_mean":[0.5,0.5,0.5],"image_std":[0.5,0.5,0.5],"resample":2,"size":224}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/255; − mean (0.5) ÷ deviation (0.5)")]
    [InlineData("""{"feature_extractor_type":"CLIPFeatureExtractor","crop_size":224,"do_center_crop":true,"do_normalize":false,"do_resize":true,"resample":3,"size":224}""", "RGB; shorter side to 224 (Pillow bicubic); centre 224×224; × 1/255")]
    [InlineData("""{"feature_extractor_type":"ConvNextFeatureExtractor","crop_pct":0.95,"do_normalize":false,"resample":3,"size":224}""", "RGB; shorter side to 235 (Pillow bicubic); centre 224×224; × 1/255")]
    // A class alone, with its own defaults.
    [InlineData("""{"image_processor_type":"ViTImageProcessor"}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/255; − mean (0.5) ÷ deviation (0.5)")]
    [InlineData("""{"image_processor_type":"ViTImageProcessorPil","size":{"height":224,"width":224,"shortest_edge":null}}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/255; − mean (0.5) ÷ deviation (0.5)")]
    [InlineData("""{"image_processor_type":"CLIPImageProcessor","do_normalize":false,"size":[224,224]}""", "RGB; scaled to 224×224 (Pillow bicubic); centre 224×224; × 1/255")]
    [InlineData("""{"image_processor_type":"DPTImageProcessor","do_normalize":false,"size":{"height":224,"width":224},"ensure_multiple_of":32,"keep_aspect_ratio":false}""", "RGB; scaled to 224×224 (Pillow bicubic); × 1/255")]
    [InlineData("""{"image_processor_type":"DPTImageProcessor","do_normalize":false,"size":230,"ensure_multiple_of":32}""", "RGB; scaled to 224×224 (Pillow bicubic); × 1/255")]
    [InlineData("""{"image_processor_type":"EfficientNetImageProcessor","resample":2,"size":224,"rescale_factor":0.00784313725490196,"rescale_offset":true,"do_normalize":false}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/127.5; − mean (1)")]
    [InlineData("""{"image_processor_type":"EfficientNetImageProcessor","resample":2,"size":224,"include_top":true,"do_normalize":false,"image_std":2}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/255; ÷ deviation (2)")]
    [InlineData("""{"image_processor_type":"PoolFormerImageProcessor","do_normalize":false}""", "RGB; shorter side to 248 (Pillow bicubic); centre 224×224; × 1/255")]
    [InlineData("""{"image_processor_type":"PvtImageProcessor","do_normalize":false}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/255")]
    [InlineData("""{"image_processor_type":"OwlViTImageProcessor","do_normalize":false,"size":[224,224]}""", "RGB; scaled to 224×224 (Pillow bicubic); × 1/255")]
    [InlineData("""{"image_processor_type":"RTDetrImageProcessor","size":{"height":224,"width":224}}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/255")]
    [InlineData("""{"image_processor_type":"RTDetrImageProcessorFast","size":{"height":224,"width":224}}""", "RGB; scaled to 224×224 (torch uint8 bilinear); × 1/255")]
    [InlineData("""{"feature_extractor_type":"DetrFeatureExtractor","do_normalize":false,"size":200,"max_size":224}""", "RGB; shorter side to 200, longer at most 224 (Pillow bilinear); padded to 224×224 from the upper left with the number 0; × 1/255")]
    [InlineData("""{"image_processor_type":"DetrImageProcessor","do_normalize":false,"size":{"max_height":224,"max_width":200}}""", "RGB; scaled to fit 200×224 (Pillow bilinear); padded to 224×224 from the upper left with the number 0; × 1/255")]
    [InlineData("""{"image_processor_type":"YolosImageProcessor","do_normalize":false,"size":{"height":224,"width":224}}""", "RGB; scaled to 224×224 (Pillow bilinear); × 1/255")]
    [InlineData("""{"image_processor_type":"SamImageProcessor","do_normalize":false,"size":{"longest_edge":224},"pad_size":{"height":224,"width":224}}""", "RGB; longer side to 224 (Pillow bilinear); padded to 224×224 from the upper left with the number 0; × 1/255")]
    [InlineData("""{"image_processor_type":"ViTImageProcessorFast","resample":null,"interpolation":"bicubic","do_normalize":false,"device":null,"disable_grouping":true}""", "RGB; scaled to 224×224 (torch uint8 bicubic); × 1/255")]
    // A class that nobody knows, with everything stated.
    [InlineData("""{"image_processor_type":"MyImageProcessor","do_resize":true,"size":{"height":224,"width":224},"resample":1,"do_rescale":true,"rescale_factor":0.0078125,"do_normalize":true,"image_mean":1,"image_std":1}""", "RGB; scaled to 224×224 (Pillow lanczos); × 1/128; − mean (1)")]
    // A crop larger than the resize: the border is padded, as the processor does.
    [InlineData("""{"image_processor_type":"CLIPImageProcessor","do_normalize":false,"size":{"shortest_edge":200}}""", "RGB; shorter side to 200 (Pillow bicubic); centre 224×224; × 1/255")]
    // No class: what is not mentioned is not done.
    [InlineData("{}", "RGB")]
    [InlineData("""{"do_flip_channel_order":true,"do_normalize":true,"image_mean":[103.939,116.779,123.68],"image_std":1}""", "BGR; − mean (103.939, 116.779, 123.68)")]
    public void DefaultsAreThoseOfTheClass(string json, string words) => Assert.Equal(words, Read(json, s_224).Words);

    [Fact]
    public void AFastProcessorThatDoesNotResizeKeepsItsOwnRounding()
    {
        PreprocessingSpec spec = Read("""{"image_processor_type":"ViTImageProcessorFast","do_resize":false}""", s_224);
        Assert.Equal(NumberRule.HuggingFaceFast, spec.NumberRule);
    }

    [Fact]
    public void AFastProcessorThatOnlyRescalesMultipliesInFloat32() =>
        Assert.Equal(NumberRule.Factor, Read("""{"image_processor_type":"ViTImageProcessorFast","do_normalize":false}""", s_224).NumberRule);

    /// <summary>Files whose size is asked for without a model, and what comes of it; 0 where the picture says it.</summary>
    public static TheoryData<string, int, int> OpenSizes => new()
    {
        { "hf-vit", 224, 224 }, { "hf-convnext", 224, 224 }, { "hf-segformer", 512, 512 }, { "hf-detr", 0, 0 }, { "hf-detr-small-fast", 0, 0 }, { "hf-dpt", 0, 0 },
    };

    [Theory]
    [MemberData(nameof(OpenSizes))]
    public void WithoutAModelTheSizeFollowsFromTheStepsOrThePicture(string file, int width, int height)
    {
        PreprocessingSpec spec = Read(TestData.Config(file), Input(0, 0));
        Assert.Equal((width, height), (spec.Width, spec.Height));
        Assert.Null(spec.Padding);
    }

    [Theory]
    [InlineData("""{"do_resize":true}""", "'size' is missing")]
    [InlineData("""{"do_resize":true,"size":{"height":224,"width":224}}""", "'resample' is missing")]
    [InlineData("""{"do_normalize":true,"image_mean":0.5}""", "'image_std' is missing")]
    [InlineData("""{"do_normalize":true,"image_mean":[1,2],"image_std":1}""", "one for each of the input's 3 channels, but has 2")]
    [InlineData("""{"do_normalize":true,"image_mean":0,"image_std":[1,0,1]}""", "'image_std' has a 0")]
    [InlineData("""{"do_normalize":true,"image_mean":"x","image_std":1}""", "'image_mean' should be a number or a list of numbers")]
    [InlineData("""{"do_normalize":true,"image_mean":[],"image_std":1}""", "'image_mean' should be")]
    [InlineData("""{"do_resize":"yes"}""", "'do_resize' should be true or false")]
    [InlineData("""{"size":{"height":224,"width":224}}""", "'size' is there, but not 'do_resize'")]
    [InlineData("""{"crop_size":224}""", "'crop_size' is there, but not 'do_center_crop'")]
    [InlineData("""{"image_std":0.5}""", "'image_std' is there, but not 'do_normalize'")]
    [InlineData("""{"do_rescale":true,"rescale_factor":0}""", "'rescale_factor' is 0")]
    [InlineData("""{"do_resize":true,"resample":7,"size":{"height":224,"width":224}}""", "'resample' should be Pillow's number")]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"height":224.5,"width":224}}""", "'size' should be a \"height\"")]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"height":-1,"width":224}}""", "'size' should be a \"height\"")]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"height":1e9,"width":224}}""", "'size' should be a \"height\"")]
    [InlineData("""{"do_resize":true,"resample":2,"size":[224,512]}""", "'size' should be an object")]
    [InlineData("""{"image_processor_type":"BeitImageProcessor"}""", "'do_center_crop' is missing, and releases of BeitImageProcessor differ")]
    [InlineData("""{"image_processor_type":"MyImageProcessor"}""", "'do_rescale' is missing")]
    [InlineData("""{"image_processor_type":"ConvNextImageProcessor","size":{"height":224,"width":224}}""", "ConvNextImageProcessor takes nothing else")]
    [InlineData("""{"image_processor_type":"ConvNextImageProcessor","size":224,"crop_pct":0}""", "'crop_pct' should be the part")]
    [InlineData("""{"do_rescale":true,"rescale_factor":1e-60}""", "'rescale_factor' is 0")]
    [InlineData("""{"do_rescale":true,"rescale_factor":1e60}""", "'rescale_factor' should be a number that a float32 can hold")]
    [InlineData("""{"do_normalize":true,"image_mean":[0,1e60,0],"image_std":1}""", "each such that a float32 can hold it")]
    [InlineData("""{"image_processor_type":5}""", "'image_processor_type' should be a text")]
    public void AMissingOrWrongValueIsNamed(string json, string fragment) => AssertProblem("MG3008", fragment, json);

    [Theory]
    [InlineData("""{"do_thumbnail":true}""", "'do_thumbnail'")]
    [InlineData("""{"do_rescaled":true}""", "Did you mean 'do_rescale'?")]
    [InlineData("""{"image_meen":[1]}""", "Did you mean 'image_mean'?")]
    [InlineData("""{"min_pixels":3136}""", "the key 'min_pixels'")]
    [InlineData("""{"do_pad":true}""", "'do_pad'")]
    [InlineData("""{"do_rescale":true,"rescale_offset":true,"do_normalize":true,"image_mean":0,"image_std":1}""", "'rescale_offset'")]
    [InlineData("""{"do_resize":true,"resample":2,"size":224}""", "the shorter side to some image processors")]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"max_height":800,"max_width":800}}""", "'max_height'")]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"height":224,"width":224},"crop_pct":0.9}""", "'crop_pct'")]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"height":224,"width":224},"size_divisor":32}""", "'size_divisor'")]
    [InlineData("""{"size_divisor":10}""", "multiples of 10")]
    [InlineData("""{"image_processor_type":"CLIPImageProcessorFast","size":{"shortest_edge":200}}""", "how the border is padded differs")]
    [InlineData("""{"image_processor_type":"ViTImageProcessorFast","resample":0}""", "the nearest resize of ViTImageProcessorFast")]
    [InlineData("""{"image_processor_type":"LevitImageProcessorFast"}""", "the steps of LevitImageProcessorFast are not known")]
    [InlineData("""{"image_processor_type":"ConvNextImageProcessor","size":224,"do_center_crop":true,"crop_size":224}""", "'do_center_crop' of ConvNextImageProcessor")]
    [InlineData("""{"image_processor_type":"ViTImageProcessor","size":{"height":224,"width":224},"ensure_multiple_of":32}""", "'ensure_multiple_of' is supported for DPTImageProcessor only")]
    [InlineData("""{"image_processor_type":"ViTImageProcessor","offset":1}""", "the key 'offset'")]
    [InlineData("""{"image_processor_type":"ImageGPTImageProcessor"}""", "replaces colours by the numbers of clusters")]
    [InlineData("""{"image_processor_type":"Siglip2ImageProcessorFast"}""", "varying number of patches")]
    [InlineData("""{"image_processor_type":"VitMatteImageProcessor"}""", "trimap")]
    [InlineData("""{"image_processor_type":"YolosImageProcessor","size":{"shortest_edge":800}}""", "'shortest_edge' of YolosImageProcessor")]
    [InlineData("""{"image_processor_type":"Mask2FormerImageProcessor","size":{"shortest_edge":800,"longest_edge":1333}}""", "bounded by 'longest_edge'")]
    [InlineData("""{"image_processor_type":"EfficientNetImageProcessor","resample":2,"size":224,"rescale_offset":true}""", "'rescale_offset', which subtracts 1")]
    [InlineData("""{"image_processor_type":"SamImageProcessor"}""", "'pad_size' is 1024×1024")]
    [InlineData("""{"image_processor_type":"DPTImageProcessor","size":224,"do_pad":true,"size_divisor":100}""", "'do_pad' to multiples of 100")]
    public void NoStepIsSkippedInSilence(string json, string fragment) => AssertProblem("MG3006", fragment, json);

    [Theory]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"height":256,"width":256}}""", "resizes to 256×256 (width×height), but the input 'pixel_values' takes 224×224")]
    [InlineData("""{"do_resize":true,"resample":2,"size":{"shortest_edge":224}}""", "leaves the other one to the picture")]
    [InlineData("""{"do_center_crop":true,"crop_size":{"height":200,"width":224}}""", "crops to 224×200 (width×height), but the input 'pixel_values' takes 224×224")]
    public void ASizeThatDoesNotFitIsReportedWithBothSizes(string json, string fragment) => AssertProblem("MG3007", fragment, json);

    [Fact]
    public void ChannelsThatDoNotFitAreReported()
    {
        (_, EquatableArray<Problem> problems) = HuggingFaceConfig.Read("""{"do_convert_rgb":true}""", Input(8, 8, channels: 1));
        Problem problem = Assert.Single(problems);
        Assert.Equal("MG3007", problem.Rule.Id);
        Assert.Contains("gives 3 channel(s), RGB, but the input 'pixel_values' takes 1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllProblemsAreReportedAtOnce()
    {
        (_, EquatableArray<Problem> problems) = HuggingFaceConfig.Read("""{"do_resize":true,"do_pad":true,"do_magic":true}""", s_224);
        Assert.Equal(["MG3006", "MG3006", "MG3008", "MG3008"], problems.Select(p => p.Rule.Id).Order());
        Assert.All(problems, p => Assert.StartsWith("preprocessor_config.json: ", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void EqualFilesGiveEqualSpecs()
    {
        string json = TestData.Config("hf-clip");
        Assert.Equal(Read(json, s_224), Read(json, s_224));
        Assert.NotEqual(Read(json, s_224), Read(json.Replace("0.48145466", "0.48", StringComparison.Ordinal), s_224));
    }

    private static PreprocessingSpec Read(string json, ImageInputShape input)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = HuggingFaceConfig.Read(json, input);
        Assert.Empty(problems);
        return spec!;
    }

    private static void AssertProblem(string id, string fragment, string json)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = HuggingFaceConfig.Read(json, s_224);
        Assert.Null(spec);
        Assert.Contains(problems, p => p.Rule.Id == id && p.Message.Contains(fragment, StringComparison.Ordinal));
    }

    private static ImageInputShape Input(int height, int width, int channels = 3) => new("pixel_values", channels, height, width, ImageLayout.Chw);
}
