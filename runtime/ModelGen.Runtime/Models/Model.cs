using ModelGen.Engines;

namespace ModelGen;

/// <summary>A loaded model. Instances are thread-safe; load one and share it.</summary>
public abstract class Model : IDisposable, IAsyncDisposable
{
    /// <summary>Loads the model's file, which is found beside the program and checked against its SHA-256.</summary>
    /// <exception cref="ModelGenException">The file is missing or another one, <see cref="ModelOptions.Batching"/> does not fit the model, or ONNX Runtime can't load it; the message says what to do.</exception>
    protected Model(ModelInfo info, ModelOptions? options)
    {
        ArgumentNullException.ThrowIfNull(info);
        options ??= new ModelOptions();
        if (options.Batching is { } batching)
            BatchCheck.Check(info, batching, TakesItems);
        Engine = Loading.Load(info, options);
    }

    /// <summary>Whether the class has asynchronous calls for single items, which can be put together.</summary>
    internal virtual bool TakesItems => false;

    /// <summary>The session under this instance.</summary>
    public Engine Engine { get; }

    /// <summary>Runs the network once on zeros, so that the first real call does not pay for what is set up lazily.</summary>
    /// <exception cref="ModelGenException">The network fails on zeros, as one does that asks for a sampling rate. Warm it up with a call of your own.</exception>
    public void Warmup()
    {
        Span<int> counts = stackalloc int[Engine.OpenDims.Length];
        counts.Fill(1);
        using CallLease call = Engine.Rent(counts);
        call.Run();
    }

    /// <summary>Unloads the model as soon as the last call that still runs is done. Calls that wait for their turn end with <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        Engine.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Unloads the model, and completes when the last call that still runs is done and everything is unloaded.</summary>
    /// <remarks>A rented call that is never disposed holds it up for <see cref="ModelOptions.CallTimeout"/>; then the unloading is left to that call.</remarks>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
