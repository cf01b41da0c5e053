namespace ModelGen.Footprint;

/// <summary>A way to run a network: the generated class, or ONNX Runtime's C# library.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Open">Loads the network.</param>
internal sealed record Side(string Name, Func<ILoaded> Open)
{
    /// <summary>The networks, each with its sides; the first one is what others are compared with.</summary>
    public static IReadOnlyDictionary<string, Side[]> ByModel { get; } = new Dictionary<string, Side[]>
    {
        ["digits"] =
        [
            new("by hand", () => new ByHand(Digits.Info, [1, 1, 8, 8], [1, 10], isOptimised: false)),
            new("by hand, graph optimised before", () => new ByHand(Digits.Info, [1, 1, 8, 8], [1, 10], isOptimised: true)),
            new("ModelGen", () => new DigitsModel()),
        ],
        ["efficientnet-lite0"] =
        [
            new("by hand", () => new ByHand(EfficientNet.Info, [1, 3, 224, 224], [1, 1000], isOptimised: false)),
            new("by hand, graph optimised before", () => new ByHand(EfficientNet.Info, [1, 3, 224, 224], [1, 1000], isOptimised: true)),
            new("ModelGen", () => new EfficientNetModel()),
        ],
#if RESNET50
        ["resnet50"] =
        [
            new("by hand", () => new ByHand(ResNet50.Info, [1, 3, 224, 224], [1, 1000], isOptimised: false)),
            new("by hand, graph optimised before", () => new ByHand(ResNet50.Info, [1, 3, 224, 224], [1, 1000], isOptimised: true)),
            new("ModelGen", () => new ResNet50Model()),
        ],
#endif
    };

    /// <summary>A side by its names.</summary>
    public static Side Of(string model, string name) => ByModel[model].Single(side => side.Name == name);
}
