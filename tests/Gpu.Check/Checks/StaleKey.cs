using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>An engine of another option, salt or fixed dim is not used.</summary>
internal sealed class StaleKey : ICheck
{
    public string Name => "stale-key";

    public string Run(Bench bench, CheckModel model)
    {
        ModelOptions usual = bench.OnTensorRT(model, "stale");
        List<(string What, ModelInfo Info, ModelOptions Options)> variants =
        [
            ("first", model.Info, usual),
            ("builder level", model.Info, usual with { TensorRT = usual.TensorRT with { BuilderLevel = 0 } }),
            ("salt", model.Info, usual with { Cache = usual.Cache with { Salt = "another" } }),
        ];
        if (model.OpenInfo is { } open)
            variants.Add(("fixed dim", WithBatchOf(2, model.Info, open), usual));
        HashSet<string?> keys = [];
        List<string> words = [];
        foreach ((string what, ModelInfo info, ModelOptions options) in variants)
        {
            using Engine engine = bench.Load(info, options);
            EngineReport report = engine.Report;
            if (report.Outcome != EngineOutcome.Built || !keys.Add(report.CacheKey))
                throw new CheckFailedException($"{what}: {report.Outcome} with key {report.CacheKey}");
            Tolerance.Check(what, bench.Compare(model, engine), Tolerance.TenBits);
            words.Add($"{what}: {report.CacheReason}");
        }
        return string.Join("; ", words);
    }

    /// <summary>The model with its batch dim fixed to a size.</summary>
    public static ModelInfo WithBatchOf(int size, ModelInfo info, ModelInfo open)
    {
        string dim = open.Inputs.Select(input => input.OpenDim).OfType<string>().First();
        return info with
        {
            Name = $"{info.Name}-{size}",
            FixedDims = [.. info.FixedDims.Select(pair => pair.Key == dim ? KeyValuePair.Create(dim, (long)size) : pair)],
            Inputs = [.. open.Inputs.Select(port => Fix(port, size))],
            Outputs = [.. open.Outputs.Select(port => Fix(port, size))],
        };
    }

    private static TensorInfo Fix(TensorInfo port, int size) => port.OpenDim is null ? port : port with { Dims = port.Dims.SetItem(0, size) };
}
