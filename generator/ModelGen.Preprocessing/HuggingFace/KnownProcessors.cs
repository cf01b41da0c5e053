using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>The image processors whose steps are those of <see cref="PreprocessingSpec"/>, and what they do by default.</summary>
/// <remarks>
/// Source: the <c>__init__</c> of each class in transformers 4.57, <c>src/transformers/models/*/image_processing_*.py</c>, compared with the
/// PIL classes of 5.0. Where the two disagree the default is left out here, so that the file has to say it.
/// A Fast class is known where it is <c>BaseImageProcessorFast</c> with other defaults; of those with code of their own only ConvNeXT's is.
/// </remarks>
internal static class KnownProcessors
{
    // IMAGENET_STANDARD_*, IMAGENET_DEFAULT_* and OPENAI_CLIP_* of transformers' image_utils.py.
    private static readonly EquatableArray<double> s_half = new([0.5, 0.5, 0.5]);
    private static readonly EquatableArray<double> s_imageNetMean = new([0.485, 0.456, 0.406]);
    private static readonly EquatableArray<double> s_imageNetStd = new([0.229, 0.224, 0.225]);
    private static readonly EquatableArray<double> s_clipMean = new([0.48145466, 0.4578275, 0.40821073]);
    private static readonly EquatableArray<double> s_clipStd = new([0.26862954, 0.26130258, 0.27577711]);
    private static readonly PixelSize s_crop224 = new(224, 224);

    private static readonly ProcessorDefaults[] s_all =
    [
        Half("ViT") with { IsFastKnown = true, Size = SizeValue.Square(224), Resample = ImageFilter.Bilinear },
        Half("DeiT") with { IsFastKnown = true, Size = SizeValue.Square(256), Resample = ImageFilter.Bicubic, DoCenterCrop = true, CropSize = s_crop224 },
        // 4.57 resizes to 256 and crops, 5.0 resizes to 224.
        Half("Beit") with { Resample = ImageFilter.Bicubic, DoCenterCrop = null, CropSize = s_crop224 },
        Half("Siglip") with { IsFastKnown = true, Size = SizeValue.Square(224), Resample = ImageFilter.Bicubic },
        Half("DPT") with { Size = SizeValue.Square(384), Resample = ImageFilter.Bicubic },
        // 4.57 resizes with nearest, 5.0 with bicubic.
        Half("EfficientNet") with { Size = SizeValue.Square(346), CropSize = new PixelSize(289, 289) },
        Half("ConvNext") with { IsFastKnown = true, Size = SizeValue.ShorterSide(384), PlainSize = ResizeKind.ShorterSide, Resample = ImageFilter.Bicubic },
        Half("MobileNetV1") with { IsFastKnown = true, Size = SizeValue.ShorterSide(256), PlainSize = ResizeKind.ShorterSide, Resample = ImageFilter.Bilinear, DoCenterCrop = true, CropSize = s_crop224 },
        Half("MobileNetV2") with { IsFastKnown = true, Size = SizeValue.ShorterSide(256), PlainSize = ResizeKind.ShorterSide, Resample = ImageFilter.Bilinear, DoCenterCrop = true, CropSize = s_crop224 },
        ImageNet("Segformer") with { IsFastKnown = true, Size = SizeValue.Square(512), Resample = ImageFilter.Bilinear },
        ImageNet("Levit") with { Size = SizeValue.ShorterSide(224), PlainSize = ResizeKind.ShorterSide, Resample = ImageFilter.Bicubic, DoCenterCrop = true, CropSize = s_crop224 },
        Clip("CLIP") with { IsFastKnown = true, Size = SizeValue.ShorterSide(224), PlainSize = ResizeKind.ShorterSide, DoCenterCrop = true, CropSize = s_crop224 },
        Clip("Bit") with { IsFastKnown = true, Size = SizeValue.ShorterSide(224), PlainSize = ResizeKind.ShorterSide, DoCenterCrop = true, CropSize = s_crop224 },
        Clip("Blip") with { IsFastKnown = true, Size = SizeValue.Square(384) },
        Clip("OwlViT") with { Size = SizeValue.Square(768), CropSize = new PixelSize(768, 768), DoConvertRgb = false },
        Clip("ChineseCLIP") with { Size = SizeValue.Square(224), PlainSize = null, DoCenterCrop = true, CropSize = s_crop224 },
        ImageNet("Pvt") with { IsFastKnown = true, Size = SizeValue.Square(224), Resample = ImageFilter.Bilinear },
        ImageNet("PoolFormer") with { Size = SizeValue.ShorterSide(224), PlainSize = ResizeKind.ShorterSide, Resample = ImageFilter.Bicubic, DoCenterCrop = true, CropSize = s_crop224, CropPart = 0.9 },
        Detr("Detr"),
        Detr("ConditionalDetr"),
        Detr("DeformableDetr"),
        Detr("GroundingDino"),
        Detr("RTDetr") with { Size = SizeValue.Square(640), DoNormalize = false, DoPad = false },
        Detr("Yolos") with { IsFastKnown = false, Rules = SizeRules.ExactOnly, Size = null },
        Detr("MaskFormer") with { IsFastKnown = false, Rules = SizeRules.ExactOnly, Size = null },
        Detr("Mask2Former") with { IsFastKnown = false, Rules = SizeRules.ExactOnly, Size = null },
        Detr("OneFormer") with { IsFastKnown = false, Rules = SizeRules.ExactOnly, Size = null },
        ImageNet("Sam") with
        {
            Size = SizeValue.LongerSide(1024),
            PlainSize = null,
            Resample = ImageFilter.Bilinear,
            Rules = SizeRules.Sam,
            DoPad = true,
            PadSize = new PixelSize(1024, 1024),
        },
        new()
        {
            Name = "MobileViT",
            Size = SizeValue.ShorterSide(224),
            PlainSize = ResizeKind.ShorterSide,
            Resample = ImageFilter.Bilinear,
            DoCenterCrop = true,
            CropSize = new PixelSize(256, 256),
            DoNormalize = false,
            DoFlipChannelOrder = true,
        },
    ];

    /// <summary>A class that nobody here knows: every step must be stated, and a key that isn't known may be a step.</summary>
    private static readonly ProcessorDefaults s_unknown = new()
    {
        Name = "",
        IsKnown = false,
        DoResize = null,
        PlainSize = null,
        DoRescale = null,
        DoNormalize = null,
    };

    /// <summary>A file without a class, written by hand: what it does not mention is not done.</summary>
    private static readonly ProcessorDefaults s_unnamed = s_unknown with { DoResize = false, DoRescale = false, DoNormalize = false };

    /// <summary>The names of all known classes, for messages.</summary>
    internal static IEnumerable<string> Names => s_all.Select(processor => processor.Name + "ImageProcessor");

    /// <summary>The defaults of a class, by its full name; <c>ViTFeatureExtractor</c>, <c>ViTImageProcessorPil</c> and <c>…Fast</c> are ViT's.</summary>
    internal static ProcessorDefaults Find(string? typeName)
    {
        if (typeName is null)
            return s_unnamed;
        string stem = Stem(typeName);
        return s_all.FirstOrDefault(processor => processor.Name == stem) ?? s_unknown with { Name = typeName };
    }

    /// <summary>A class's name without what all have in common.</summary>
    internal static string Stem(string typeName) => Without(Without(Without(Without(typeName, "Fast"), "Pil"), "ImageProcessor"), "FeatureExtractor");

    private static string Without(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - ending.Length) : name;

    private static ProcessorDefaults Half(string name) => new() { Name = name, Mean = s_half, Std = s_half };

    private static ProcessorDefaults ImageNet(string name) => new() { Name = name, Mean = s_imageNetMean, Std = s_imageNetStd };

    private static ProcessorDefaults Detr(string name) => ImageNet(name) with
    {
        IsFastKnown = true,
        Size = SizeValue.ShorterSide(800, 1333),
        PlainSize = null,
        Resample = ImageFilter.Bilinear,
        Rules = SizeRules.Detr,
        DoPad = true,
    };

    private static ProcessorDefaults Clip(string name) => new()
    {
        Name = name,
        Resample = ImageFilter.Bicubic,
        Mean = s_clipMean,
        Std = s_clipStd,
        DoConvertRgb = true,
    };
}
