using ModelGen.Engines;

namespace ModelGen;

/// <summary>Settings of the whole program, for all models. To be chosen before the first model is loaded.</summary>
public static class ModelGenRuntime
{
    /// <summary>Lets all models compute on one pool of threads, so that several models together have no more threads than the machine has cores.</summary>
    /// <param name="threads">The pool; null for the defaults.</param>
    /// <remarks>A model with <see cref="ModelOptions.IntraOpThreads"/> keeps threads of its own.</remarks>
    /// <exception cref="InvalidOperationException">A model has been loaded already, or other code has started ONNX Runtime.</exception>
    public static void ShareThreads(SharedThreads? threads = null)
    {
        threads ??= new();
        if (threads.Threads is { } count)
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(threads));
        NativeRuntime.Share(threads);
    }
}
