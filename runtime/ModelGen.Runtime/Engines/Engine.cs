using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;

namespace ModelGen.Engines;

/// <summary>One loaded model: what computes it, and the calls that are kept ready.</summary>
/// <remarks>Thread-safe. Generated classes wrap it; use it directly only for models that are not known at compile time.</remarks>
public sealed class Engine : IDisposable
{
    private readonly Lock _exchange = new();
    private readonly BackgroundBuild? _background;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Backend _backend;
    private EngineReport _report;
    private int _disposed;

    internal Engine(ModelInfo info, ModelOptions options) : this(info, options, NativePlatform.Real, CancellationToken.None) { }

    internal Engine(ModelInfo info, ModelOptions options, NativePlatform platform, CancellationToken cancellationToken)
    {
        Info = info;
        OpenDims = [.. info.Inputs.Select(input => input.OpenDim).OfType<string>().Distinct()];
        NativeRuntime.EnsureLoaded();
        if (options.LoggerFactory is { } log)
            NativeLog.SendTo(log);
        ModelPath = ModelFile.Find(info, options);
        LoadRequest request = new()
        {
            Info = info,
            Options = options,
            ModelPath = ModelPath,
            Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("ModelGen.Engines"),
            Platform = platform,
        };
        ImmutableArray<IProviderLoader> loaders = ProviderLoaders.For(options);
        IProviderLoader? builder = BackgroundRule.BuilderOf(request, loaders);
        LoadedModel loaded = EngineLoader.Load(request, builder is null ? loaders : loaders.Remove(builder), cancellationToken);
        (_backend, _report) = (loaded.Backend, loaded.Report);
        if (builder is not null)
            _background = BackgroundBuild.Start(request, builder, loaded.Report, TakeOver, Settle);
        else
            _ready.SetResult();
        request.Tell(EnginePhase.Ready, loaded.Report.ToString());
    }

    /// <summary>What was known of the model when the program was compiled.</summary>
    public ModelInfo Info { get; }

    /// <summary>The file in use.</summary>
    public string ModelPath { get; }

    /// <summary>What computes, and why. It changes once when an engine that is built in the background takes over.</summary>
    public EngineReport Report => Volatile.Read(ref _report);

    /// <summary>The names of the inputs' open first dims, each once, in the order in which <see cref="Rent"/> takes their sizes.</summary>
    public ImmutableArray<string> OpenDims { get; }

    /// <summary>Waits for an engine that is built in the background; at once where none is.</summary>
    /// <returns>The report: whether the engine has taken over, or why not. A failed build is no failure of this task.</returns>
    public async Task<EngineReport> WhenReadyAsync(CancellationToken cancellationToken = default)
    {
        await _ready.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Report;
    }

    /// <summary>Takes a call with its own buffers. In steady state nothing is allocated.</summary>
    /// <param name="openDims">The sizes of <see cref="OpenDims"/>, in that order; none when every dim is fixed.</param>
    /// <exception cref="ObjectDisposedException">The model has been disposed.</exception>
    /// <exception cref="ArgumentException">Too few or too many sizes, or one below 1, or one beyond what the engine was built for.</exception>
    public CallLease Rent(params ReadOnlySpan<int> openDims)
    {
        Backend backend = Hold();
        Call? call = null;
        try
        {
            OpenDimSizes.Check(this, backend, openDims);
            call = backend.Take(this);
            call.Resize(openDims);
            return new CallLease(call);
        }
        catch
        {
            // Its buffers may be those of two sizes by now.
            if (call is not null)
                backend.Drop(call);
            backend.Release();
            throw;
        }
    }

    /// <summary>Unloads the model as soon as the last rented call is returned.</summary>
    public void Dispose()
    {
        lock (_exchange)
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0)
                return;
            _backend.Retire();
        }
        _background?.Dispose();
    }

    private Backend Hold()
    {
        while (Volatile.Read(ref _disposed) == 0)
        {
            Backend backend = Volatile.Read(ref _backend);
            if (backend.TryHold())
                return backend;
            // It was exchanged in this very moment: the new one is in place already.
        }
        throw new ObjectDisposedException(Info.Name, $"The model '{Info.Name}' has been disposed. Dispose a shared model only when nobody calls it any more, or make a new instance.");
    }

    private void TakeOver(LoadedModel loaded)
    {
        lock (_exchange)
        {
            if (_disposed != 0)
            {
                loaded.Backend.Retire();
            }
            else
            {
                Backend old = _backend;
                Volatile.Write(ref _backend, loaded.Backend);
                Volatile.Write(ref _report, loaded.Report);
                // Calls under way end where they began; it goes with the last of them.
                old.Retire();
            }
        }
        _ready.TrySetResult();
    }

    private void Settle(EngineReport report)
    {
        Volatile.Write(ref _report, report);
        _ready.TrySetResult();
    }
}
