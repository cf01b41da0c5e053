using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>One loaded model: ONNX Runtime's session and the calls that are kept ready for it.</summary>
/// <remarks>Thread-safe. Generated classes wrap it; use it directly only for models that are not known at compile time.</remarks>
public sealed class Engine : IDisposable
{
    private readonly InferenceSession _session;
    private readonly CallPool _pool;

    // One for the engine itself and one a rented call: the session goes when the last of them does.
    private int _holders = 1;
    private int _disposed;

    internal Engine(ModelInfo info, ModelOptions options)
    {
        Info = info;
        OpenDims = [.. info.Inputs.Select(input => input.OpenDim).OfType<string>().Distinct()];
        NativeRuntime.EnsureLoaded();
        ModelPath = ModelFile.Find(info, options);
        _session = SessionLoader.Load(info, options, ModelPath);
        _pool = new CallPool(options.PooledCalls);
    }

    /// <summary>What was known of the model when the program was compiled.</summary>
    public ModelInfo Info { get; }

    /// <summary>The file in use.</summary>
    public string ModelPath { get; }

    /// <summary>The names of the inputs' open first dims, each once, in the order in which <see cref="Rent"/> takes their sizes.</summary>
    public ImmutableArray<string> OpenDims { get; }

    internal InferenceSession Session => _session;

    /// <summary>Takes a call with its own buffers. In steady state nothing is allocated.</summary>
    /// <param name="openDims">The sizes of <see cref="OpenDims"/>, in that order; none when every dim is fixed.</param>
    /// <exception cref="ObjectDisposedException">The model has been disposed.</exception>
    /// <exception cref="ArgumentException">Too few or too many sizes, or one below 1.</exception>
    public CallLease Rent(params ReadOnlySpan<int> openDims)
    {
        Check(openDims);
        Hold();
        Call? call = null;
        try
        {
            call = _pool.Take() ?? new Call(this);
            call.Resize(openDims);
            return new CallLease(call);
        }
        catch
        {
            // Its buffers may be those of two sizes by now.
            call?.Dispose();
            Release();
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

    internal void Return(Call call)
    {
        if (Volatile.Read(ref _disposed) != 0 || !_pool.Put(call))
            call.Dispose();
        Release();
    }

    /// <summary>Unloads the model as soon as the last rented call is returned.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Release();
    }

    private void Hold()
    {
        int holders = Volatile.Read(ref _holders);
        while (true)
        {
            if (Volatile.Read(ref _disposed) != 0 || holders == 0)
                throw new ObjectDisposedException(Info.Name, $"The model '{Info.Name}' has been disposed. Dispose a shared model only when nobody calls it any more, or make a new instance.");
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return;
            holders = seen;
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holders) > 0)
            return;
        while (_pool.Take() is { } call)
            call.Dispose();
        _session.Dispose();
    }
}
