namespace ModelGen.Benchmarks;

/// <summary>A network under load.</summary>
/// <param name="Info">The network.</param>
/// <param name="InputDims">Dims of its input.</param>
/// <param name="OutputDims">Dims of its output.</param>
/// <param name="Turn">How long one side calls before it is the next one's turn: many calls.</param>
/// <param name="Open">Loads the generated class, and tells how to call it.</param>
internal sealed record LoadCase(ModelInfo Info, long[] InputDims, long[] OutputDims, TimeSpan Turn, Func<ModelOptions, float[], LoadedCase> Open)
{
    /// <summary>A small network, and one of some milliseconds.</summary>
    public static LoadCase[] All { get; } =
    [
        new(Digits.Info, [1, 1, 8, 8], [1, 10], TimeSpan.FromMilliseconds(40), (options, numbers) =>
        {
            Digits model = new(options);
            return new LoadedCase(model, () =>
            {
                using Digits.Call call = model.Rent(1);
                numbers.CopyTo(call.Image.Span);
                call.Run();
            });
        }),
        new(EfficientNet.Info, [1, 3, 224, 224], [1, 1000], TimeSpan.FromMilliseconds(300), (options, numbers) =>
        {
            EfficientNet model = new(options);
            return new LoadedCase(model, () =>
            {
                using EfficientNet.Call call = model.Rent();
                numbers.CopyTo(call.Image.Span);
                call.Run();
            });
        }),
#if RESNET50
        new(ResNet50.Info, [1, 3, 224, 224], [1, 1000], TimeSpan.FromMilliseconds(600), (options, numbers) =>
        {
            ResNet50 model = new(options);
            return new LoadedCase(model, () =>
            {
                using ResNet50.Call call = model.Rent();
                numbers.CopyTo(call.InputTensor.Span);
                call.Run();
            });
        }),
#endif
    ];

    /// <summary>Those named, or all.</summary>
    public static IEnumerable<LoadCase> Chosen(string[] names) => All.Where(model => names is [] || names.Contains(model.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a call takes milliseconds, rather than microseconds.</summary>
    public bool TakesMilliseconds => Turn >= TimeSpan.FromMilliseconds(100);

    public string Name => Info.Name;

    /// <summary>What is sent: the same numbers in each call.</summary>
    public float[] Numbers { get; } = [.. Enumerable.Range(0, (int)InputDims.Aggregate((a, b) => a * b)).Select(i => i % 251 / 251f)];

    public LoadedCase Load(ModelOptions options) => Open(options, Numbers);
}
