namespace ModelGen.Preprocessing;

/// <summary>The words of the inline syntax.</summary>
internal static class InlineOptions
{
    internal static readonly string[] Keys =
    [
        "resize", "filter", "crop", "rescale", "mean", "std", "channels", "numbers", "pillow",
        "fit", "longest", "library", "rounding", "multiple", "shrink", "pad", "fill", "anchor", "background", "divide", "quant",
    ];

    internal static readonly (string Word, ImageFilter Value)[] Filters =
    [
        ("nearest", ImageFilter.Nearest), ("lanczos", ImageFilter.Lanczos), ("bilinear", ImageFilter.Bilinear),
        ("bicubic", ImageFilter.Bicubic), ("box", ImageFilter.Box), ("hamming", ImageFilter.Hamming),
        ("nearest-exact", ImageFilter.NearestExact), ("bilinear-exact", ImageFilter.BilinearExact), ("area", ImageFilter.Area),
    ];

    internal static readonly (string Word, ImageColor Value)[] Colors =
        [("rgb", ImageColor.Rgb), ("bgr", ImageColor.Bgr), ("gray", ImageColor.Gray)];

    internal static readonly (string Word, NumberRule Value)[] NumberRules =
    [
        ("huggingface", NumberRule.HuggingFace), ("huggingface-fast", NumberRule.HuggingFaceFast), ("torchvision", NumberRule.Torchvision),
        ("factor", NumberRule.Factor), ("float64", NumberRule.Float64),
    ];

    internal static readonly (string Word, PassOrder Value)[] PassOrders = [("13", PassOrder.Pillow13), ("12", PassOrder.Pillow12)];

    internal static readonly (string Word, (ResizeArithmetic Arithmetic, PassOrder PassOrder) Value)[] Libraries =
    [
        ("pillow", (ResizeArithmetic.Pillow, PassOrder.Pillow13)), ("pillow12", (ResizeArithmetic.Pillow, PassOrder.Pillow12)),
        ("opencv", (ResizeArithmetic.OpenCv, PassOrder.Pillow13)), ("opencv4", (ResizeArithmetic.OpenCv4, PassOrder.Pillow13)),
        ("torch", (ResizeArithmetic.TorchUint8, PassOrder.Pillow13)), ("torch-aliased", (ResizeArithmetic.TorchUint8Aliased, PassOrder.Pillow13)),
        ("torchvision", (ResizeArithmetic.Torchvision, PassOrder.Pillow13)),
        ("torch-float", (ResizeArithmetic.TorchFloat, PassOrder.Pillow13)), ("torch-float-aliased", (ResizeArithmetic.TorchFloatAliased, PassOrder.Pillow13)),
        ("scikit-image", (ResizeArithmetic.ScikitImage, PassOrder.Pillow13)), ("scikit-image-smoothed", (ResizeArithmetic.ScikitImageSmoothed, PassOrder.Pillow13)),
    ];

    /// <summary>How <c>resize</c> is meant; a letterbox is <c>within</c> with padding.</summary>
    internal static readonly (string Word, ResizeKind Value)[] Fits =
    [
        ("exact", ResizeKind.To), ("shorter", ResizeKind.ShorterSide), ("longer", ResizeKind.LongerSide), ("within", ResizeKind.Within),
        ("letterbox", ResizeKind.Within), ("nearer", ResizeKind.NearerScale), ("height", ResizeKind.ToHeight),
    ];

    internal static readonly (string Word, SizeRounding Value)[] Roundings =
        [("truncate", SizeRounding.Truncate), ("half-even", SizeRounding.HalfToEven), ("half-up", SizeRounding.HalfUp), ("up", SizeRounding.Up)];

    internal static readonly (string Word, ImageAnchor Value)[] Anchors = [("centre", ImageAnchor.Centre), ("center", ImageAnchor.Centre), ("topleft", ImageAnchor.TopLeft)];

    internal static readonly (string Word, bool Value)[] Shrinks = [("only", true), ("any", false)];

    internal static readonly (string Word, bool Value)[] Divisions = [("once", false), ("twice", true)];

    /// <summary>A word's value in lists of words: those that the syntax has.</summary>
    internal static string Words<T>((string Word, T Value)[] options) => string.Join(", ", options.Select(option => option.Word));
}
