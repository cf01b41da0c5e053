using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>TensorRT builds an engine, and it is kept.</summary>
internal sealed class EngineBuilt : ICheck
{
    public string Name => "engine-built";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        using Engine engine = bench.Load(model.Info, bench.OnTensorRT(model));
        EngineReport report = engine.Report;
        bench.Report.Time($"{model.Name}/build", report.BuildTime.TotalMilliseconds);
        return report.Outcome == EngineOutcome.Built
            ? $"{Clock.Seconds(report.BuildTime)}; {report.CacheReason}"
            : throw new CheckFailedException($"{report.Outcome}: {report.CacheReason}");
    }
}
