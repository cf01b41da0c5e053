using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>One loaded model: ONNX Runtime's session and the calls that are kept ready for it.</summary>
/// <remarks>Thread-safe. Generated classes wrap it; use it directly only for models that are not known at compile time.</remarks>
public sealed class Engine : IDisposable
{
    private readonly Backend _backend;
    private int _disposed;

    internal Engine(ModelInfo info, ModelOptions options)
    {
        (Info, Options) = (info, options);
        OpenDims = [.. info.Inputs.Select(input => input.OpenDim).OfType<string>().Distinct()];
        NativeRuntime.EnsureLoaded();
        ModelPath = ModelFile.Find(info, options);
        int calls = options.MaxCalls ?? 2 * Environment.ProcessorCount;
        _backend = new Backend([SessionLoader.Load(info, options, ModelPath)], calls);
        Report = new EngineReport { Provider = Provider.Cpu, MaxCalls = calls };
    }

    /// <summary>Loads a model that has no generated class.</summary>
    /// <param name="info">Its names, types and shapes. A dim that <see cref="ModelInfo.FixedDims"/> names must be there: ONNX Runtime ignores others without a word.</param>
    /// <param name="options">How it is loaded; null for the usual way.</param>
    /// <exception cref="ModelGenException">The file is missing or another one, or ONNX Runtime can't load it; the message says what to do.</exception>
    public static Engine Load(ModelInfo info, ModelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(info);
        return new Engine(info, options ?? new ModelOptions());
    }

    /// <summary>How it was loaded.</summary>
    internal ModelOptions Options { get; }

    /// <summary>What was known of the model when the program was compiled.</summary>
    public ModelInfo Info { get; }

    /// <summary>The file in use.</summary>
    public string ModelPath { get; }

    /// <summary>What computes, and why.</summary>
    public EngineReport Report { get; }

    /// <summary>The names of the inputs' open first dims, each once, in the order in which <see cref="Rent"/> takes their sizes.</summary>
    public ImmutableArray<string> OpenDims { get; }

    /// <summary>Takes a call with its own buffers. In steady state nothing is allocated.</summary>
    /// <param name="openDims">The sizes of <see cref="OpenDims"/>, in that order; none when every dim is fixed.</param>
    /// <exception cref="ObjectDisposedException">The model has been disposed.</exception>
    /// <exception cref="ArgumentException">Too few or too many sizes, or one below 1.</exception>
    public CallLease Rent(params ReadOnlySpan<int> openDims)
    {
        Check(openDims);
        Backend backend = Hold();
        Call? call = null;
        try
        {
            call = backend.Take(this);
            call.Resize(openDims);
            return new CallLease(call);
        }
        catch
        {
            // Its buffers may be those of two sizes by now.
            call?.Dispose();
            backend.Release();
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

    /// <summary>Unloads the model as soon as the last rented call is returned.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            _backend.Retire();
    }

    private Backend Hold() => Volatile.Read(ref _disposed) == 0 && _backend.TryHold()
        ? _backend
        : throw new ObjectDisposedException(Info.Name, $"The model '{Info.Name}' has been disposed. Dispose a shared model only when nobody calls it any more, or make a new instance.");
}
