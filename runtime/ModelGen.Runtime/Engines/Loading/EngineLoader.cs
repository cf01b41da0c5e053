using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Tries providers one after the other until one loads the model, and remembers why the others did not.</summary>
internal static class EngineLoader
{
    /// <summary>Loads the model on the first provider that can.</summary>
    /// <exception cref="ModelGenException">None can, or the one that was asked for strictly can't, or the model is at fault.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadedModel Load(LoadRequest request, ImmutableArray<IProviderLoader> loaders, CancellationToken cancellationToken)
    {
        List<ProviderAttempt> attempts = [];
        Exception? last = null;
        string? remedy = null;
        foreach (IProviderLoader loader in loaders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string? remark = PrecisionRule.Check(request, loader);
            LogLevel level = LevelOf(request, loader);
            try
            {
                LoadedModel loaded = loader.Load(request, cancellationToken);
                attempts.Add(new ProviderAttempt(loader.Provider, Taken: true, ""));
                return Finish(request, loaded, [.. attempts], remark);
            }
            catch (ProviderUnavailableException e)
            {
                last = e;
                remedy ??= e.Remedy;
                attempts.Add(new ProviderAttempt(loader.Provider, Taken: false, e.Message));
                LoadLog.NotTaken(request.Logger, level, request.Info.Name, loader.Provider.Name, e.Message);
            }
            catch (OnnxRuntimeException e) when (loader.Provider == Provider.Cpu)
            {
                throw LoadErrors.Refused(request, e);
            }
            catch (OnnxRuntimeException e)
            {
                last = e;
                attempts.Add(new ProviderAttempt(loader.Provider, Taken: false, e.Message));
                LoadLog.NotTaken(request.Logger, level, request.Info.Name, loader.Provider.Name, e.Message);
            }
        }
        throw LoadErrors.NoProvider(request, attempts, remedy, last);
    }

    // With Auto it is no news that a laptop has no GPU; who asked for one by name wants to know.
    private static LogLevel LevelOf(LoadRequest request, IProviderLoader loader) =>
        request.Options.Provider == loader.Provider ? LogLevel.Warning : LogLevel.Information;

    private static LoadedModel Finish(LoadRequest request, LoadedModel loaded, ImmutableArray<ProviderAttempt> attempts, string? remark)
    {
        EngineReport report = loaded.Report with { Attempts = attempts, Precision = request.Precision };
        if (remark is not null)
        {
            report = report with { Remarks = report.Remarks.Add(remark) };
            LoadLog.NoEffect(request.Logger, request.Info.Name, remark);
        }
        if (report.Outcome is { } outcome)
        {
            LoadLog.EngineLoaded(request.Logger, request.Info.Name, report.Provider.Name, outcome, report.LoadTime.TotalSeconds, report.BuildTime.TotalSeconds, report.CacheReason);
            Metrics.CountLookup(request.Info.Name, report.Provider, outcome);
        }
        return loaded with { Report = report };
    }
}
