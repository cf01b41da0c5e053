namespace ModelGen.Preprocessing;

/// <summary>The <c>transforms()</c> of torchvision's weights.</summary>
/// <remarks>
/// Source: the <c>Weights</c> classes of torchvision 0.29, <c>torchvision/models/**/*.py</c>, with
/// <c>torchvision/transforms/_presets.py</c>: <c>ImageClassification</c> resizes the shorter side and crops, <c>SemanticSegmentation</c> resizes
/// the shorter side, <c>ObjectDetection</c> only rescales, since the model itself resizes and normalises.
/// </remarks>
internal static class TorchvisionPresets
{
    /// <summary>What names of these presets begin with.</summary>
    internal const string Prefix = "torchvision:";

    private const string V1 = "IMAGENET1K_V1";
    private const string V2 = "IMAGENET1K_V2";
    private const string EndToEnd = "IMAGENET1K_SWAG_E2E_V1";
    private const string Linear = "IMAGENET1K_SWAG_LINEAR_V1";
    private const string Coco = "COCO_V1";
    private const string CocoVoc = "COCO_WITH_VOC_LABELS_V1";
    private const string Numbers = "rescale=1/255;numbers=torchvision";

    private static readonly Dictionary<string, string> s_steps = new(StringComparer.OrdinalIgnoreCase);

    // By name of the model: the weights that DEFAULT stands for. Rows of newer weights come after those of older ones.
    private static readonly Dictionary<string, string> s_defaults = new(StringComparer.OrdinalIgnoreCase);

    static TorchvisionPresets()
    {
        foreach ((int crop, int resize, string filter, string weights, string models) in TorchvisionTable.Classification)
            Add(models, weights, $"{Resize(resize, filter)};crop={crop.ToString(System.Globalization.CultureInfo.InvariantCulture)};{Numbers};{Preset.ImageNet}");
        // efficientnet.py: of the three V2 sizes only L has a mean and deviation of its own.
        Add("EfficientNet_V2_L", V1, $"{Resize(480, "bicubic")};crop=480;{Numbers};mean=0.5;std=0.5");
        // vgg.py: weights from Caffe, for features only; the deviation undoes the division by 255.
        Add("VGG16", "IMAGENET1K_FEATURES", $"{Resize(256, "bilinear")};crop=224;{Numbers};mean=0.48235,0.45882,0.40784;std=1/255", isDefault: false);
        Add(TorchvisionTable.Segmentation, CocoVoc, $"{Resize(520, "bilinear")};{Numbers};{Preset.ImageNet}");
        Add(TorchvisionTable.Detection, Coco, Numbers);
        Add("KeypointRCNN_ResNet50_FPN", "COCO_LEGACY", Numbers, isDefault: false);
    }

    /// <summary>The models and weights that a mistyped name may have meant.</summary>
    internal static IEnumerable<string> Names => s_defaults.Keys.Select(model => model.ToLowerInvariant());

    /// <summary>The steps of a model (<c>resnet50</c>, with torchvision's default weights) or of weights (<c>ResNet50_Weights.IMAGENET1K_V2</c>).</summary>
    internal static string? Find(string name)
    {
        string[] parts = name.Trim().Split('.');
        string model = parts[0].EndsWith("_Weights", StringComparison.OrdinalIgnoreCase) ? parts[0].Substring(0, parts[0].Length - "_Weights".Length) : parts[0];
        bool isDefault = parts.Length == 1 || (parts.Length == 2 && parts[1].Equals("DEFAULT", StringComparison.OrdinalIgnoreCase));
        string? weights = isDefault ? (s_defaults.TryGetValue(model, out string? byDefault) ? byDefault : null) : parts.Length == 2 ? parts[1] : null;
        return weights is not null && s_steps.TryGetValue($"{model}.{weights}", out string? steps) ? steps : null;
    }

    private static string Resize(int side, string filter) => FormattableString.Invariant($"resize={side};filter={filter}");

    private static void Add(string models, string weights, string steps, bool isDefault = true)
    {
        foreach (string model in models.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            s_steps.Add($"{model}.{weights}", steps);
            // DEFAULT is the newest of ImageNet-1k; SWAG's weights only where there are no others.
            if (isDefault && (weights is not (EndToEnd or Linear) || !s_defaults.ContainsKey(model)))
                s_defaults[model] = weights;
        }
    }
}
