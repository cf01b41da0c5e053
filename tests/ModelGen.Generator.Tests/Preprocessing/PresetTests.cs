namespace ModelGen.Preprocessing.Tests;

public class PresetTests
{
    private const string ImageNet = "× 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)";

    public static TheoryData<string> TorchvisionModels => [.. TorchvisionPresets.Names];

    [Theory]
    [InlineData("imagenet", 224, 224, "RGB; shorter side to 256 (Pillow bilinear); centre 224×224; " + ImageNet)]
    [InlineData("IMAGENET;resize=320;crop=299", 299, 299, "RGB; shorter side to 320 (Pillow bilinear); centre 299×299; " + ImageNet)]
    [InlineData("yolo", 640, 480, "RGB; scaled to fit 640×480 (OpenCV bilinear); padded to 640×480 around the centre with pixels of 114; × 1/255")]
    [InlineData("yolo;fill=0;anchor=topleft", 640, 640, "RGB; scaled to fit 640×640 (OpenCV bilinear); padded to 640×640 from the upper left with the number 0; × 1/255")]
    [InlineData("cityscapes;channels=bgr", 1024, 512, "BGR; scaled to 1024×512 (scikit-image bilinear); − mean (71.60167789, 82.09696889, 72.30508881)")]
    [InlineData("keras:caffe;filter=nearest", 224, 224, "BGR; scaled to 224×224 (Pillow nearest); − mean (103.939, 116.779, 123.68)")]
    [InlineData("keras:tf;filter=bilinear", 299, 299, "RGB; scaled to 299×299 (Pillow bilinear); × 1/127.5; − mean (1)")]
    [InlineData("keras:torch;filter=bicubic;library=opencv", 224, 224, "RGB; scaled to 224×224 (OpenCV bicubic); " + ImageNet)]
    [InlineData("torchvision:resnet50", 224, 224, "RGB; shorter side to 232 (Pillow bilinear); centre 224×224; " + ImageNet)]
    [InlineData("torchvision:ResNet50_Weights.IMAGENET1K_V1;library=torchvision", 224, 224, "RGB; shorter side to 256 (torchvision bilinear); centre 224×224; " + ImageNet)]
    [InlineData("torchvision:efficientnet_v2_l", 480, 480, "RGB; shorter side to 480 (Pillow bicubic); centre 480×480; × 1/255; − mean (0.5) ÷ deviation (0.5)")]
    [InlineData("torchvision:VGG16_Weights.IMAGENET1K_FEATURES", 224, 224, "RGB; shorter side to 256 (Pillow bilinear); centre 224×224; × 1/255; − mean (0.48235, 0.45882, 0.40784) ÷ deviation (0.00392156862745098)")]
    [InlineData("torchvision:ViT_H_14_Weights.IMAGENET1K_SWAG_LINEAR_V1", 224, 224, "RGB; shorter side to 224 (Pillow bicubic); centre 224×224; " + ImageNet)]
    [InlineData("torchvision:vit_h_14", 518, 518, "RGB; shorter side to 518 (Pillow bicubic); centre 518×518; " + ImageNet)]
    [InlineData("torchvision:fasterrcnn_resnet50_fpn_v2", 800, 600, "RGB; × 1/255")]
    public void APresetStandsForStepsThatCanBeChanged(string value, int width, int height, string words) =>
        Assert.Equal(words, Spec(value, new ImageInputShape("image", 3, height, width, ImageLayout.Chw)).Words);

    [Theory]
    [MemberData(nameof(TorchvisionModels))]
    public void EveryModelOfTorchvisionHasDefaultWeightsWithSteps(string model)
    {
        PreprocessingSpec spec = Spec(TorchvisionPresets.Prefix + model, new ImageInputShape("image", 3, 0, 0, ImageLayout.Chw));
        Assert.Equal((1d / 255, NumberRule.Torchvision), (spec.Rescale, spec.NumberRule));
        Assert.Equal(spec.CenterCrop is not null, spec.Width != 0);
    }

    [Fact]
    public void APresetOfTheModelsOwnSizeNeedsAModel()
    {
        PreprocessRequest.Inline request = Assert.IsType<PreprocessRequest.Inline>(PreprocessMetadata.Parse("yolo").Request);
        (PreprocessingSpec? spec, var problems) = request.Steps.For(new ImageInputShape("image", 3, 0, 0, ImageLayout.Chw));
        Assert.Null(spec);
        Assert.Equal("MG3007", Assert.Single(problems).Rule.Id);
    }

    private static PreprocessingSpec Spec(string value, ImageInputShape input)
    {
        (PreprocessRequest? request, var malformed) = PreprocessMetadata.Parse(value);
        Assert.Empty(malformed);
        (PreprocessingSpec? spec, var problems) = Assert.IsType<PreprocessRequest.Inline>(request).Steps.For(input);
        Assert.Empty(problems);
        return spec!;
    }
}
