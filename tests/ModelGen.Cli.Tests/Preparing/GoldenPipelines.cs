namespace ModelGen.Cli.Tests;

/// <summary>How each golden pipeline is asked for: from its file, by its preset, or in steps.</summary>
internal static class GoldenPipelines
{
    private const string ImageNet = "mean=0.485,0.456,0.406;std=0.229,0.224,0.225";
    private const string Cityscapes = "--height 512 --width 1024";
    private const string Keras = "--model nhwc 224 224";

    /// <summary>By name: the configuration, and further options; <c>--model nhwc H W</c> stands for a model of that input.</summary>
    private static readonly Dictionary<string, (string Config, string Options)> s_asked = new()
    {
        ["torchvision-resnet50-v1-pil"] = ("torchvision:ResNet50_Weights.IMAGENET1K_V1", ""),
        ["torchvision-resnet50-v1-tensor"] = ("torchvision:ResNet50_Weights.IMAGENET1K_V1;library=torchvision", ""),
        ["torchvision-resnet50-v2-pil"] = ("torchvision:resnet50", ""),
        ["torchvision-resnet50-v2-tensor"] = ("torchvision:resnet50.IMAGENET1K_V2;library=torchvision", ""),
        ["torchvision-efficientnet-b0-pil"] = ("torchvision:efficientnet_b0", ""),
        ["torchvision-inception-v3-pil"] = ("torchvision:Inception_V3_Weights.DEFAULT", ""),
        ["torchvision-inception-v3-tensor"] = ("torchvision:inception_v3;library=torchvision", ""),
        ["torchvision-swin-v2-t-pil"] = ("torchvision:swin_v2_t", ""),
        ["torchvision-deeplabv3-pil"] = ("torchvision:deeplabv3_resnet50", ""),
        ["torchvision-deeplabv3-tensor"] = ("torchvision:deeplabv3_resnet50;library=torchvision", ""),
        ["keras-caffe-nearest"] = ("keras:caffe;filter=nearest", Keras),
        ["keras-caffe-bilinear"] = ("keras:caffe;filter=bilinear", Keras),
        ["keras-caffe-bicubic"] = ("keras:caffe;filter=bicubic", Keras),
        ["keras-tf-bilinear"] = ("keras:tf;filter=bilinear", Keras),
        ["keras-torch-bilinear"] = ("keras:torch;filter=bilinear", Keras),
        ["cityscapes-rgb"] = ("cityscapes", Cityscapes),
        ["cityscapes-bgr"] = ("cityscapes;channels=bgr", Cityscapes),
        ["yolo-letterbox-640"] = ("yolo", "--height 640 --width 640"),
        ["yolo-letterbox-320"] = ("resize=320x320;fit=letterbox;library=opencv;filter=bilinear;rescale=1/255;numbers=torchvision", ""),
        ["efficientnet-lite0"] = ("resize=256;filter=bicubic;crop=224;mean=127;std=128;numbers=torchvision", ""),
        ["blazeface-128"] = ("resize=input;library=opencv;filter=bilinear;rescale=1/127.5;mean=1;numbers=torchvision", "--model nhwc 128 128"),
        ["paddleocr-det"] = ("resize=320;fit=longer;shrink=only;multiple=32;library=opencv;filter=bilinear;channels=bgr;rescale=1/255;numbers=factor;" + ImageNet, ""),
        ["paddleocr-rec"] = ("resize=320x48;fit=height;rounding=up;library=opencv;filter=bilinear;fill=0;anchor=topleft;channels=bgr;rescale=1/255;mean=0.5;std=0.5;numbers=torchvision", ""),
    };

    /// <summary>Pipeline, picture, shape and SHA-256 of every case.</summary>
    internal static IEnumerable<string[]> Rows => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "pipelines.tsv")).Skip(1).Select(line => line.Split('\t'));

    /// <summary>The configuration of a pipeline, as <c>--config</c> takes it.</summary>
    internal static string Config(string pipeline) => s_asked.TryGetValue(pipeline, out (string Config, string) asked)
        ? asked.Config
        : Path.Combine(AppContext.BaseDirectory, "Data", "Configs", pipeline + ".preprocessor_config.json");

    /// <summary>The further options of a pipeline.</summary>
    internal static string[] Options(string pipeline) =>
        s_asked.TryGetValue(pipeline, out (string, string Options) asked) ? asked.Options.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
}
