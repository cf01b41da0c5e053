namespace ModelGen.Tests.Imaging;

/// <summary>The steps of published preprocessing pipelines, by the names in pipelines.tsv.</summary>
internal static class PipelineCatalog
{
    private static readonly ChannelValues s_imageNetMean = [0.485, 0.456, 0.406];
    private static readonly ChannelValues s_imageNetStd = [0.229, 0.224, 0.225];

    /// <summary>The steps of a pipeline. Some libraries let the tensor's size follow the picture, so it is given.</summary>
    internal static ImageSteps Steps(string name, int width, int height) => name switch
    {
        "torchvision-resnet50-v1-pil" => Torchvision(width, ImageResize.ShorterSide(256, ResizeFilter.Bilinear)),
        "torchvision-resnet50-v2-pil" => Torchvision(width, ImageResize.ShorterSide(232, ResizeFilter.Bilinear)),
        "torchvision-efficientnet-b0-pil" => Torchvision(width, ImageResize.ShorterSide(256, ResizeFilter.Bicubic)),
        "torchvision-inception-v3-pil" => Torchvision(width, ImageResize.ShorterSide(342, ResizeFilter.Bilinear)),
        "torchvision-swin-v2-t-pil" => Torchvision(width, ImageResize.ShorterSide(260, ResizeFilter.Bicubic)),
        "torchvision-deeplabv3-pil" => Torchvision(width, ImageResize.ShorterSide(520, ResizeFilter.Bilinear)) with { Height = height, CenterCrop = false },
        "torchvision-resnet50-v1-tensor" => OnTensor(Torchvision(width, ImageResize.ShorterSide(256, ResizeFilter.Bilinear))),
        "torchvision-resnet50-v2-tensor" => OnTensor(Torchvision(width, ImageResize.ShorterSide(232, ResizeFilter.Bilinear))),
        "torchvision-efficientnet-b0-tensor" => OnTensor(Torchvision(width, ImageResize.ShorterSide(256, ResizeFilter.Bicubic))),
        "torchvision-inception-v3-tensor" => OnTensor(Torchvision(width, ImageResize.ShorterSide(342, ResizeFilter.Bilinear))),
        "torchvision-swin-v2-t-tensor" => OnTensor(Torchvision(width, ImageResize.ShorterSide(260, ResizeFilter.Bicubic))),
        "torchvision-deeplabv3-tensor" => OnTensor(Torchvision(width, ImageResize.ShorterSide(520, ResizeFilter.Bilinear)) with { Height = height, CenterCrop = false }),
        "cityscapes-rgb" => Cityscapes(),
        "cityscapes-bgr" => Cityscapes() with { Color = ImageColor.Bgr },
        "efficientnet-lite0" => Torchvision(width, ImageResize.ShorterSide(256, ResizeFilter.Bicubic)) with { Rescale = 1, Mean = [127], Std = [128] },
        "keras-caffe-nearest" => Caffe(ResizeFilter.Nearest),
        "keras-caffe-bilinear" => Caffe(ResizeFilter.Bilinear),
        "keras-caffe-bicubic" => Caffe(ResizeFilter.Bicubic),
        "keras-tf-bilinear" => Keras(ResizeFilter.Bilinear) with { Rescale = 1 / 127.5, Mean = [1] },
        "keras-torch-bilinear" => Keras(ResizeFilter.Bilinear) with { Rescale = 1.0 / 255, Mean = s_imageNetMean, Std = s_imageNetStd },
        "hf-vit" or "hf-vit-fast" => Half(Scaled(224, 224, ResizeFilter.Bilinear), name),
        "hf-siglip" => Half(Scaled(224, 224, ResizeFilter.Bicubic), name),
        "hf-dpt" => Half(Scaled(width, height, ResizeFilter.Bicubic), name),
        "hf-mobilenetv2" => Half(Cropped(224, ImageResize.ShorterSide(256, ResizeFilter.Bilinear)), name),
        "hf-deit" => Cropped(224, ImageResize.To(256, 256, ResizeFilter.Bicubic)),
        "hf-levit" or "hf-convnext" => Cropped(224, ImageResize.ShorterSide(256, ResizeFilter.Bicubic)),
        "hf-convnext-fast" => Fast(Cropped(224, ImageResize.ShorterSide(256, ResizeFilter.Bicubic))) with { CropRounding = CropRounding.HalfToEven },
        "hf-convnext-384" => Scaled(384, 384, ResizeFilter.Bicubic),
        "hf-segformer" or "hf-detr" or "hf-detr-small" => Scaled(width, height, ResizeFilter.Bilinear),
        "hf-detr-small-fast" => Fast(Scaled(width, height, ResizeFilter.Bilinear)),
        "hf-efficientnet" => Scaled(224, 224, ResizeFilter.Nearest) with { Std = [0.47853944, 0.4732864, 0.47434163], DividesTwice = true },
        "hf-clip" => Clip(),
        "hf-clip-fast" => Fast(Clip()),
        "hf-mobilevit" => Cropped(256, ImageResize.ShorterSide(288, ResizeFilter.Bilinear)) with { Color = ImageColor.Bgr, Mean = [], Std = [] },
        "yolo-letterbox-640" or "yolo-letterbox-320" => Letterbox(width),
        "blazeface-128" => Keras(ResizeFilter.Bilinear) with { Width = 128, Height = 128, Resize = OpenCv(ImageResize.To(128, 128, ResizeFilter.Bilinear)), Rescale = 1 / 127.5, Mean = [1] },
        "paddleocr-det" => Detection(width, height),
        "paddleocr-rec" => Recognition(),
        _ => throw new ArgumentException($"No steps for '{name}'.", nameof(name)),
    };

    private static ImageSteps Scaled(int width, int height, ResizeFilter filter) => new()
    {
        Width = width,
        Height = height,
        Color = ImageColor.Rgb,
        Layout = ImageLayout.Chw,
        Resize = ImageResize.To(width, height, filter),
        Rescale = 0.00392156862745098,
        Mean = s_imageNetMean,
        Std = s_imageNetStd,
    };

    private static ImageSteps Cropped(int size, ImageResize resize) =>
        Scaled(size, size, ResizeFilter.Bilinear) with { Resize = resize, CenterCrop = true };

    private static ImageSteps Torchvision(int size, ImageResize resize) =>
        Cropped(size, resize) with { NumberRule = NumberRule.Torchvision, CropRounding = CropRounding.HalfToEven };

    private static ImageSteps Keras(ResizeFilter filter) =>
        Scaled(224, 224, filter) with { Layout = ImageLayout.Hwc, NumberRule = NumberRule.Torchvision, Mean = [], Std = [] };

    private static ImageSteps Caffe(ResizeFilter filter) =>
        Keras(filter) with { Color = ImageColor.Bgr, Rescale = 1, Mean = [103.939, 116.779, 123.68] };

    private static ImageSteps Cityscapes() => Scaled(1024, 512, ResizeFilter.Bilinear) with
    {
        Resize = ImageResize.To(1024, 512, ResizeFilter.Bilinear) with { Arithmetic = ResizeArithmetic.ScikitImage },
        Rescale = 1,
        Mean = [71.60167789, 82.09696889, 72.30508881],
        Std = [],
        NumberRule = NumberRule.Float64,
    };

    // torchvision's transforms get a tensor of bytes in place of a picture of Pillow's.
    private static ImageSteps OnTensor(ImageSteps steps) => steps with { Resize = steps.Resize with { Arithmetic = ResizeArithmetic.Torchvision } };

    private static ImageSteps Clip() => Cropped(224, ImageResize.ShorterSide(224, ResizeFilter.Bicubic)) with
    {
        Mean = [0.48145466, 0.4578275, 0.40821073],
        Std = [0.26862954, 0.26130258, 0.27577711],
    };

    private static ImageResize OpenCv(ImageResize resize) => resize with { Arithmetic = ResizeArithmetic.OpenCv };

    private static ImageSteps Letterbox(int size) => Scaled(size, size, ResizeFilter.Bilinear) with
    {
        Resize = OpenCv(ImageResize.Within(size, size, ResizeFilter.Bilinear)) with { Rounding = SizeRounding.HalfToEven },
        Padding = ImagePadding.WithLevel(114),
        NumberRule = NumberRule.Torchvision,
        Rescale = 1.0 / 255,
        Mean = [],
        Std = [],
    };

    private static ImageSteps Detection(int width, int height) => Scaled(width, height, ResizeFilter.Bilinear) with
    {
        Color = ImageColor.Bgr,
        Resize = OpenCv(ImageResize.LongerSide(320, ResizeFilter.Bilinear)) with { OnlyShrinks = true, MultipleOf = 32 },
        NumberRule = NumberRule.Factor,
        Rescale = 1.0 / 255,
    };

    private static ImageSteps Recognition() => Scaled(320, 48, ResizeFilter.Bilinear) with
    {
        Color = ImageColor.Bgr,
        Resize = OpenCv(ImageResize.ToHeight(48, 320, ResizeFilter.Bilinear)) with { Rounding = SizeRounding.Up },
        Padding = ImagePadding.WithNumber(0, ImageAnchor.TopLeft),
        NumberRule = NumberRule.Torchvision,
        Rescale = 1.0 / 255,
        Mean = [0.5],
        Std = [0.5],
    };

    private static ImageSteps Half(ImageSteps steps, string name)
    {
        ImageSteps half = steps with { Mean = [0.5], Std = [0.5] };
        return name.EndsWith("-fast", StringComparison.Ordinal) ? Fast(half) : half;
    }

    private static ImageSteps Fast(ImageSteps steps) => steps with
    {
        NumberRule = NumberRule.HuggingFaceFast,
        Resize = steps.Resize with { Arithmetic = ResizeArithmetic.TorchUint8 },
    };
}
