using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>Whatever is missing, <see cref="Provider.Auto"/> loads something, and the report says why not the better ones.</summary>
internal sealed class AutoReason : ICheck
{
    public string Name => "auto";

    public bool NeedsGpu => false;

    public string Run(Bench bench, CheckModel model)
    {
        using Engine engine = bench.Open(model.Info, bench.OnTensorRT(model, "auto") with { Provider = Provider.Auto });
        Tolerance.Check("result", bench.Compare(model, engine), Tolerance.TenBits);
        EngineReport report = engine.Report;
        if (report.Attempts.FirstOrDefault(attempt => !attempt.Taken && attempt.Reason.Length == 0) is { } silent)
            throw new CheckFailedException($"{silent.Provider} was not taken, and the report does not say why");
        if (report.Attempts is not [.., { Taken: true } taken] || taken.Provider != report.Provider)
            throw new CheckFailedException($"the report says {report.Provider}, but its attempts are {string.Join("; ", report.Attempts)}");
        return string.Join("; ", report.Attempts);
    }
}
