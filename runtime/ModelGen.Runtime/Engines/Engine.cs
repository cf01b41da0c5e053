using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;

namespace ModelGen.Engines;

/// <summary>One loaded model: what computes it, and the calls that are kept ready.</summary>
/// <remarks>Thread-safe. Generated classes wrap it; use it directly only for models that are not known at compile time.</remarks>
public sealed partial class Engine : IDisposable, IAsyncDisposable
{
    private readonly Lock _exchange = new();
    private readonly CallLimits _limits;
    private readonly BackgroundBuild? _background;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Backend _backend;
    private Backend? _standIn;
    private EngineReport _report;
    private int _disposed;

    /// <summary>Is raised once, when the engine is disposed: calls that wait elsewhere than at its gate end then.</summary>
    internal event Action? Disposing;

    internal Engine(ModelInfo info, ModelOptions options) : this(info, options, NativePlatform.Real) { }

    internal Engine(ModelInfo info, ModelOptions options, NativePlatform platform)
    {
        (Info, Options) = (info, options);
        OpenDims = [.. info.Inputs.Select(input => input.OpenDim).OfType<string>().Distinct()];
        _limits = new CallLimits(options);
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger(ModelLog.Category);
        NativeRuntime.EnsureLoaded();
        if (options.LoggerFactory is { } log)
            NativeLog.SendTo(log);
        ModelPath = ModelFile.Find(info, options);
        LoadRequest request = new()
        {
            Info = info,
            Options = options,
            ModelPath = ModelPath,
            Logger = Logger,
            Platform = platform,
        };
        ImmutableArray<IProviderLoader> loaders = ProviderLoaders.For(options);
        IProviderLoader? builder = BackgroundRule.BuilderOf(request, loaders);
        LoadedModel loaded = EngineLoader.Load(request, builder is null ? loaders : loaders.Remove(builder), options.LoadCancellation);
        (_backend, _report) = (loaded.Backend, loaded.Report);
        if (builder is not null)
            _background = BackgroundBuild.Start(request, builder, loaded.Report, TakeOver, Settle);
        else
            _ready.SetResult();
        request.Tell(EnginePhase.Ready, loaded.Report.ToString());
        LiveEngines.Add(this);
    }

    /// <summary>Loads a model that has no generated class.</summary>
    /// <param name="info">Its names, types and shapes. A dim that <see cref="ModelInfo.FixedDims"/> names must be there: ONNX Runtime ignores others without a word.</param>
    /// <param name="options">How it is loaded; null for the usual way.</param>
    /// <param name="cancellationToken">Ends the loading where ONNX Runtime can end it. TensorRT ends the build of an engine first.</param>
    /// <exception cref="ModelGenException">The file is missing or another one, or ONNX Runtime can't load it; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Engine Load(ModelInfo info, ModelOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        cancellationToken.ThrowIfCancellationRequested();
        return new Engine(info, (options ?? new ModelOptions()) with { LoadCancellation = cancellationToken });
    }

    /// <summary>How it was loaded.</summary>
    internal ModelOptions Options { get; }

    /// <summary>What was known of the model when the program was compiled.</summary>
    public ModelInfo Info { get; }

    /// <summary>The file in use.</summary>
    public string ModelPath { get; }

    /// <summary>What computes, and why. It changes once when an engine that is built in the background takes over.</summary>
    public EngineReport Report => Volatile.Read(ref _report);

    /// <summary>Items of the largest batch that the provider takes; null for any.</summary>
    internal int? MaxItems => Report.MaxBatch;

    /// <summary>The names of the inputs' open first dims, each once, in the order in which <see cref="Rent(ReadOnlySpan{int})"/> takes their sizes.</summary>
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
    /// <exception cref="ModelBusyException">No turn came within <see cref="ModelOptions.CallTimeout"/>.</exception>
    public CallLease Rent(params ReadOnlySpan<int> openDims)
    {
        OpenDimSizes.Check(this, openDims);
        return Rent(Enter(CancellationToken.None), openDims);
    }

    /// <summary>Takes a call in a turn that <see cref="Enter"/> or <see cref="EnterAsync(CancellationToken)"/> gave; gives the turn back if that fails.</summary>
    internal CallLease Rent(Backend backend, ReadOnlySpan<int> openDims)
    {
        Call? call = null;
        try
        {
            OpenDimSizes.CheckProfile(this, backend, openDims);
            call = backend.Take(this);
            call.Resize(openDims);
            call.Begin();
            return new CallLease(call);
        }
        catch
        {
            // Its buffers may be those of two sizes by now.
            backend.Discard(call);
            throw;
        }
    }

    /// <summary>Unloads the model as soon as the last rented call is returned. Calls that wait for their turn end with <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_exchange)
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0)
                return;
            LiveEngines.Remove(this);
            Disposing?.Invoke();
            _backend.Retire();
        }
        _background?.Dispose();
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
                _standIn = old;
                // Calls under way end where they began; it goes with the last of them.
                old.Retire();
            }
        }
        _ready.TrySetResult();
        Options.Progress?.Report(new EngineProgress(EnginePhase.Ready, TimeSpan.Zero, null, loaded.Report.ToString()));
    }

    private void Settle(EngineReport report)
    {
        Volatile.Write(ref _report, report);
        _ready.TrySetResult();
    }
}
