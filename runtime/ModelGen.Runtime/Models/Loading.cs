using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using ModelGen.Engines;

namespace ModelGen;

/// <summary>Loads engines, and says how that went.</summary>
internal static class Loading
{
    /// <summary>Loads a model's engine.</summary>
    /// <exception cref="ModelGenException">It can't be loaded.</exception>
    /// <exception cref="OperationCanceledException">The loading was cancelled.</exception>
    public static Engine Load(ModelInfo info, ModelOptions options)
    {
        options.LoadCancellation.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        using Activity? span = Spans.Start("load", info);
        try
        {
            Engine engine = new(info, options);
            Metrics.LoadDuration.RecordSince(start, engine);
            span?.SetTag(TagNames.Provider, engine.Report.Provider.Name);
            engine.Logger.Loaded(info.Name, engine.Report.Provider.Name, Stopwatch.GetElapsedTime(start).TotalSeconds, engine.Report.MaxCalls);
            return engine;
        }
        catch (Exception error)
        {
            span.Fail(error);
            if (error is not OperationCanceledException)
                (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger(ModelLog.Category).LoadFailed(info.Name, error);
            throw;
        }
    }
}
