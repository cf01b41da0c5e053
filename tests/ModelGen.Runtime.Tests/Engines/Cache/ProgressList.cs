namespace ModelGen.Tests.Engines;

/// <summary>What was told, at once and in its order.</summary>
internal sealed class ProgressList(Action<EngineProgress>? then = null) : IProgress<EngineProgress>
{
    private readonly Lock _gate = new();

    public List<EngineProgress> Told { get; } = [];

    public void Report(EngineProgress value)
    {
        lock (_gate)
            Told.Add(value);
        then?.Invoke(value);
    }

    /// <summary>The phases, each once.</summary>
    public EnginePhase[] Phases => [.. Told.Select(told => told.Phase).Distinct()];
}
