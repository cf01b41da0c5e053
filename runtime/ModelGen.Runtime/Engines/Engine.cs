using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;

namespace ModelGen.Engines;

/// <summary>One loaded model: ONNX Runtime's session and the calls that are kept ready for it.</summary>
/// <remarks>Thread-safe. Generated classes wrap it; use it directly only for models that are not known at compile time.</remarks>
public sealed partial class Engine : IDisposable, IAsyncDisposable
{
    private readonly Backend _backend;
    private readonly CallLimits _limits;
    private int _disposed;

    /// <summary>Is raised once, when the engine is disposed: calls that wait elsewhere than at its gate end then.</summary>
    internal event Action? Disposing;

    internal Engine(ModelInfo info, ModelOptions options)
    {
        Info = info;
        OpenDims = [.. info.Inputs.Select(input => input.OpenDim).OfType<string>().Distinct()];
        _limits = new CallLimits(options);
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger(ModelLog.Category);
        NativeRuntime.EnsureLoaded();
        ModelPath = ModelFile.Find(info, options);
        int calls = options.MaxCalls ?? CallLimits.OnCpu;
        _backend = new Backend([SessionLoader.Load(info, options, ModelPath)], calls);
        Report = new EngineReport { Provider = Provider.Cpu, MaxCalls = calls };
        LiveEngines.Add(this);
    }

    /// <summary>What was known of the model when the program was compiled.</summary>
    public ModelInfo Info { get; }

    /// <summary>The file in use.</summary>
    public string ModelPath { get; }

    /// <summary>What computes, and why.</summary>
    public EngineReport Report { get; }

    /// <summary>Items of the largest batch that the provider takes; null for any.</summary>
    internal int? MaxItems => _backend.MaxItems;

    /// <summary>The names of the inputs' open first dims, each once, in the order in which <see cref="Rent(ReadOnlySpan{int})"/> takes their sizes.</summary>
    public ImmutableArray<string> OpenDims { get; }

    /// <summary>Takes a call with its own buffers. In steady state nothing is allocated.</summary>
    /// <param name="openDims">The sizes of <see cref="OpenDims"/>, in that order; none when every dim is fixed.</param>
    /// <exception cref="ObjectDisposedException">The model has been disposed.</exception>
    /// <exception cref="ArgumentException">Too few or too many sizes, or one below 1.</exception>
    /// <exception cref="ModelBusyException">No turn came within <see cref="ModelOptions.CallTimeout"/>.</exception>
    public CallLease Rent(params ReadOnlySpan<int> openDims)
    {
        Check(openDims);
        return Rent(Enter(CancellationToken.None), openDims);
    }

    /// <summary>Takes a call in a turn that <see cref="Enter"/> or <see cref="EnterAsync(CancellationToken)"/> gave; gives the turn back if that fails.</summary>
    internal CallLease Rent(Backend backend, ReadOnlySpan<int> openDims)
    {
        Call? call = null;
        try
        {
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

    private void Check(ReadOnlySpan<int> openDims)
    {
        if (openDims.Length != OpenDims.Length)
        {
            throw new ArgumentException(
                OpenDims.IsEmpty
                    ? $"Every dim of the model '{Info.Name}' is fixed, so that Rent takes no sizes, but {openDims.Length} came."
                    : $"Rent takes one size for each open dim of the model '{Info.Name}', in this order: {string.Join(", ", OpenDims)}. {openDims.Length} came.",
                nameof(openDims));
        }
        for (int i = 0; i < openDims.Length; i++)
        {
            if (openDims[i] < 1)
                throw new ArgumentOutOfRangeException(nameof(openDims), openDims[i], $"The open dim '{OpenDims[i]}' of the model '{Info.Name}' takes sizes from 1.");
        }
    }

    /// <summary>Unloads the model as soon as the last rented call is returned. Calls that wait for their turn end with <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        LiveEngines.Remove(this);
        Disposing?.Invoke();
        _backend.Retire();
    }
}
