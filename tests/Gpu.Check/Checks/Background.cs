using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>While the engine is built another provider answers; TensorRT takes over under load without a wrong or failed call.</summary>
internal sealed class Background : ICheck
{
    private const int Threads = 4;
    private const int CallsAfterwards = 100;

    public string Name => "background";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        byte[][] inputs = Runner.Inputs(model.Info, 1);
        byte[][] expected = bench.Expected(model, model.Info, inputs);
        ModelOptions options = bench.OnTensorRT(model) with { Provider = Provider.Auto, BuildInBackground = true };
        options = options with { Cache = options.Cache with { Folder = bench.EmptyRoom("background") } };
        long start = Stopwatch.GetTimestamp();
        using Engine engine = bench.Open(model.Info, options);
        string standIn = engine.Report.Provider.Name;
        Tolerance.Check("first answer", Difference.Between(model.Info, expected, Runner.Run(engine, inputs)), Tolerance.TenBits);
        TimeSpan answered = Stopwatch.GetElapsedTime(start);
        Task<EngineReport> ready = engine.WhenReadyAsync();
        bool wasEarly = !ready.IsCompleted;
        Task<long>[] callers = [.. Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () => CallUntil(ready, model, engine, inputs, expected), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        EngineReport report = ready.GetAwaiter().GetResult();
        TimeSpan exchanged = Stopwatch.GetElapsedTime(start);
        long calls = Task.WhenAll(callers).GetAwaiter().GetResult().Sum();
        bench.Report.Time($"{model.Name}/background-first-answer", answered.TotalMilliseconds);
        bench.Report.Time($"{model.Name}/background-exchange", exchanged.TotalMilliseconds);
        if (report.Provider != Provider.TensorRT)
            throw new CheckFailedException($"TensorRT never took over: {string.Join("; ", report.Attempts)}");
        string text = FormattableString.Invariant($"first answer on {standIn} after {Clock.Seconds(answered)}, TensorRT after {Clock.Seconds(exchanged)}; {calls} calls meanwhile and after, none wrong");
        return wasEarly ? text : throw new CheckFailedException($"the engine was there before the first answer: {text}");
    }

    private static long CallUntil(Task ready, CheckModel model, Engine engine, byte[][] inputs, byte[][] expected)
    {
        long calls = 0;
        for (int after = 0; after < CallsAfterwards; calls++)
        {
            Tolerance.Check($"call {calls}", Difference.Between(model.Info, expected, Runner.Run(engine, inputs)), Tolerance.TenBits);
            if (ready.IsCompleted)
                after++;
        }
        return calls;
    }
}
