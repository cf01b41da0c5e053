namespace ModelGen.Engines;

/// <summary>Builds an engine while a stand-in answers, and hands it over when it is ready.</summary>
internal sealed class BackgroundBuild : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private BackgroundBuild() { }

    /// <summary>Completes when the engine has taken over, or has failed to.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Starts it.</summary>
    /// <param name="request">The model.</param>
    /// <param name="builder">The provider whose engine is built.</param>
    /// <param name="standIn">What answers meanwhile.</param>
    /// <param name="takeOver">Is given the loaded engine.</param>
    /// <param name="giveUp">Is given the report of a stand-in that stays.</param>
    public static BackgroundBuild Start(LoadRequest request, IProviderLoader builder, EngineReport standIn, Action<LoadedModel> takeOver, Action<EngineReport> giveUp)
    {
        BackgroundBuild build = new();
        LoadLog.BuildsInBackground(request.Logger, request.Info.Name, builder.Provider.Name, standIn.Provider.Name);
        // A thread of its own: a build holds it for minutes, and the pool's are for calls.
        build.Completion = Task.Factory.StartNew(
            () => build.Run(request, builder, standIn, takeOver, giveUp), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return build;
    }

    private void Run(LoadRequest request, IProviderLoader builder, EngineReport standIn, Action<LoadedModel> takeOver, Action<EngineReport> giveUp)
    {
        try
        {
            LoadedModel loaded = EngineLoader.Load(request with { Options = request.Options with { Provider = builder.Provider } }, [builder], _stop.Token);
            takeOver(loaded);
            LoadLog.Exchanged(request.Logger, request.Info.Name, builder.Provider.Name, standIn.Provider.Name);
        }
        catch (OperationCanceledException)
        {
            giveUp(WithAttempt(standIn, builder, "stopped"));
        }
        catch (Exception e)
        {
            // Whatever it was: this thread is the last that sees it, and the stand-in goes on answering.
            LoadLog.BackgroundFailed(request.Logger, e, request.Info.Name, standIn.Provider.Name);
            giveUp(WithAttempt(standIn, builder, e.Message));
        }
    }

    private static EngineReport WithAttempt(EngineReport report, IProviderLoader builder, string reason) =>
        report with { Attempts = report.Attempts.Insert(0, new ProviderAttempt(builder.Provider, Taken: false, reason)) };

    /// <summary>Stops it as soon as TensorRT lets itself be stopped; does not wait.</summary>
    public void Dispose() => _stop.Cancel();
}
