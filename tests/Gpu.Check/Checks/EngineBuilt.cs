using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>TensorRT builds an engine, and it is kept.</summary>
internal sealed class EngineBuilt : ICheck
{
    public string Name => "engine-built";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        using Engine engine = Bench.Load(model.Info, bench.OnTensorRT(model));
        EngineReport report = engine.Report;
        bench.Report.Time($"{model.Name}/build", report.BuildTime.TotalMilliseconds);
        // "auto" may have built the first model's already.
        if (report.Outcome is not (EngineOutcome.Built or EngineOutcome.Hit))
            throw new CheckFailedException($"{report.Outcome}: {report.CacheReason}");
        return report.Outcome == EngineOutcome.Built ? $"{Clock.Seconds(report.BuildTime)}; {report.CacheReason}" : "built by an earlier check";
    }
}
