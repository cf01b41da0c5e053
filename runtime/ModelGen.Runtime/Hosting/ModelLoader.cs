namespace ModelGen;

/// <summary>Loads a model once, when it is first asked for, and says how far that is. The container has one for each model that was added.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
/// <remarks>Thread-safe: whoever asks while the model is being loaded gets the same one. After a failure the next one to ask tries again.</remarks>
public sealed class ModelLoader<TModel> : IDisposable, IAsyncDisposable where TModel : Model, IModel<TModel>
{
    private readonly Lock _lock = new();
    private readonly Func<ModelOptions> _options;
    private readonly CancellationTokenSource _disposal = new();
    private readonly CancellationToken _disposed;
    private Task<TModel>? _loading;
    private EngineProgress? _progress;
    private bool _isDisposed;

    /// <summary>A loader that has loaded nothing yet.</summary>
    /// <param name="options">Gives the options, when the model is loaded.</param>
    public ModelLoader(Func<ModelOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _disposed) = (options, _disposal.Token);
    }

    /// <summary>How far the loading is.</summary>
    public ModelState State
    {
        get
        {
            lock (_lock)
            {
                return _isDisposed ? ModelState.Disposed
                    : _loading is null ? ModelState.NotLoaded
                    : !_loading.IsCompleted ? ModelState.Loading
                    : _loading.IsCompletedSuccessfully ? ModelState.Ready
                    : ModelState.Failed;
            }
        }
    }

    /// <summary>What the loading is at, or was at last; null before the first word of it.</summary>
    public EngineProgress? Progress
    {
        get
        {
            lock (_lock)
                return _progress;
        }
    }

    /// <summary>Why the model could not be loaded; null unless <see cref="State"/> is <see cref="ModelState.Failed"/>.</summary>
    public Exception? Error
    {
        get
        {
            lock (_lock)
                return _loading?.Exception?.InnerException;
        }
    }

    /// <summary>The model, which is loaded now if it was not. Holds the thread meanwhile.</summary>
    /// <exception cref="ModelGenException">It can't be loaded.</exception>
    public TModel Model => LoadAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Loads the model if it is not loaded, for a program that wants it ready before the first request.</summary>
    /// <param name="cancellationToken">Ends the waiting. The loading goes on for the others who wait, and for later.</param>
    /// <exception cref="ModelGenException">It can't be loaded.</exception>
    public Task<TModel> LoadAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(TModel));
            if (_loading is null or { IsFaulted: true } or { IsCanceled: true })
                _loading = Task.Factory.StartNew(Load, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
            return _loading.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Disposes the model if it is loaded, and ends the loading if it is not.</summary>
    public void Dispose()
    {
        if (Close() is { } loading)
            _ = loading.ContinueWith(static task => task.Result.Dispose(), CancellationToken.None, OnlyOnSuccess, TaskScheduler.Default);
    }

    /// <summary>Disposes the model if it is loaded, and completes when its last call is done; ends the loading if it is not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Close() is not { } loading)
            return;
        await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loading.IsCompletedSuccessfully)
            await (await loading.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }

    private const TaskContinuationOptions OnlyOnSuccess = TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously;

    private Task<TModel>? Close()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return null;
            _isDisposed = true;
        }
        _disposal.Cancel();
        _disposal.Dispose();
        return _loading;
    }

    private TModel Load()
    {
        ModelOptions options = _options();
        return TModel.Create(options with
        {
            LoadCancellation = _disposed,
            Progress = BothProgress.Of(options.Progress, new LoaderProgress(this)),
        });
    }

    private sealed class LoaderProgress(ModelLoader<TModel> loader) : IProgress<EngineProgress>
    {
        public void Report(EngineProgress value)
        {
            lock (loader._lock)
                loader._progress = value;
        }
    }
}
