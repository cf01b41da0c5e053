using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>All ways of transfer give the same results; their times are told.</summary>
internal sealed class Transfers : ICheck
{
    public string Name => "transfers";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        ModelOptions options = bench.OnTensorRT(model);
        List<string> words = [];
        byte[][]? first = null;
        foreach ((string name, NativePlatform platform, TensorTransfer transfer) in new[]
        {
            ("device", bench.Platform, TensorTransfer.DeviceBuffers),
            ("rebind", bench.Platform, TensorTransfer.Rebind),
            // As where CUDA's runtime library is missing: ONNX Runtime copies from memory that is not page-locked.
            ("pageable", bench.Platform with { Cuda = () => throw new ProviderUnavailableException("held back by this check") }, TensorTransfer.Auto),
        })
        {
            using Engine engine = new(model.Info, options with { Cuda = new CudaOptions { Transfer = transfer } }, platform);
            if (engine.Report.Provider != Provider.TensorRT)
                throw new CheckFailedException($"{name}: {string.Join("; ", engine.Report.Attempts)}");
            Tolerance.Check(name, bench.Compare(model, engine), Tolerance.TenBits);
            byte[][] outputs = Runner.Run(engine, Runner.Inputs(model.Info, 2));
            // Pageable has a cache key of its own, since CUDA's version is unknown there, and so another engine: kernels may differ.
            Tolerance.Check($"{name} to the first", Difference.Between(model.Info, first ??= outputs, outputs), name == "pageable" ? Tolerance.TenBits : 0);
            double milliseconds = Clock.Median(engine, bench.Settings.Quick ? 50 : 300);
            bench.Report.Time($"{model.Name}/transfer-{name}", milliseconds);
            words.Add(FormattableString.Invariant($"{name} {milliseconds:0.000} ms"));
        }
        return string.Join(", ", words);
    }
}
