using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>The engine that was built is loaded from the cache, and answers in well under a second.</summary>
internal sealed class EngineCached : ICheck
{
    // A third of what the provider's own cache takes at best (2.9 s on an H200); here it is 0.06–0.09 s.
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(1);

    public string Name => "engine-cached";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        bench.Load(model.Info, bench.OnTensorRT(model)).Dispose();
        long start = Stopwatch.GetTimestamp();
        using Engine engine = bench.Load(model.Info, bench.OnTensorRT(model));
        TimeSpan loaded = Stopwatch.GetElapsedTime(start);
        _ = Runner.Run(engine, Runner.Inputs(model.Info, 1));
        TimeSpan answered = Stopwatch.GetElapsedTime(start);
        bench.Report.Time($"{model.Name}/load-cached", loaded.TotalMilliseconds);
        bench.Report.Time($"{model.Name}/first-answer-cached", answered.TotalMilliseconds);
        string text = $"{engine.Report.Outcome}, loaded in {Clock.Seconds(loaded)}, first answer after {Clock.Seconds(answered)}";
        return engine.Report.Outcome == EngineOutcome.Hit && answered < s_most ? text : throw new CheckFailedException($"{text}; expected a hit below {Clock.Seconds(s_most)}");
    }
}
