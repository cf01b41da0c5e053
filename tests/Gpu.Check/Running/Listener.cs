namespace ModelGen.GpuCheck;

/// <summary>Is told of progress on the thread that makes it, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class Listener(Action<EngineProgress> hear) : IProgress<EngineProgress>
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public void Report(EngineProgress value)
    {
        lock (_gate)
            hear(value);
    }
}
