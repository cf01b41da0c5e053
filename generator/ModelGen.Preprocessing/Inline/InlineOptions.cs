namespace ModelGen.Preprocessing;

/// <summary>The words of the inline syntax.</summary>
internal static class InlineOptions
{
    internal static readonly string[] Keys = ["resize", "filter", "crop", "rescale", "mean", "std", "channels", "numbers", "pillow"];

    internal static readonly (string Word, ImageFilter Value)[] Filters =
    [
        ("nearest", ImageFilter.Nearest), ("lanczos", ImageFilter.Lanczos), ("bilinear", ImageFilter.Bilinear),
        ("bicubic", ImageFilter.Bicubic), ("box", ImageFilter.Box), ("hamming", ImageFilter.Hamming),
    ];

    internal static readonly (string Word, ImageColor Value)[] Colors =
        [("rgb", ImageColor.Rgb), ("bgr", ImageColor.Bgr), ("gray", ImageColor.Gray)];

    internal static readonly (string Word, NumberRule Value)[] NumberRules =
        [("huggingface", NumberRule.HuggingFace), ("huggingface-fast", NumberRule.HuggingFaceFast), ("torchvision", NumberRule.Torchvision)];

    internal static readonly (string Word, PassOrder Value)[] PassOrders = [("13", PassOrder.Pillow13), ("12", PassOrder.Pillow12)];
}
