using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>A build that is cancelled ends, leaves nothing in the cache, and the next one works.</summary>
internal sealed class Cancellation : ICheck
{
    public string Name => "cancellation";

    public string Run(Bench bench, CheckModel model)
    {
        ModelOptions options = bench.OnTensorRT(model);
        options = options with { Cache = options.Cache with { Folder = bench.EmptyRoom("cancelled") } };
        using CancellationTokenSource stop = new();
        long cancelled = 0;
        Listener listener = new(progress =>
        {
            if (progress.Phase == EnginePhase.Building && cancelled == 0)
            {
                cancelled = Stopwatch.GetTimestamp();
                // From another thread while TensorRT builds, as a user would.
                stop.CancelAfter(TimeSpan.FromMilliseconds(100));
            }
        });
        try
        {
            bench.Load(model.Info, options with { Progress = listener, LoadCancellation = stop.Token }).Dispose();
            throw new CheckSkippedException($"the build was done {Clock.Seconds(Stopwatch.GetElapsedTime(cancelled))} after it began, before it could be stopped");
        }
        catch (OperationCanceledException)
        {
            TimeSpan took = Stopwatch.GetElapsedTime(cancelled);
            string entries = Path.Join(options.Cache.Folder, "entries");
            if (Directory.Exists(entries) && Directory.EnumerateFileSystemEntries(entries).Any())
                throw new CheckFailedException("the cancelled build left an entry in the cache");
            using Engine engine = bench.Load(model.Info, options);
            Tolerance.Check("the next build", bench.Compare(model, engine), Tolerance.TenBits);
            return $"ended {Clock.Seconds(took)} after it began; the next build took {Clock.Seconds(engine.Report.BuildTime)}";
        }
    }
}
