namespace ModelGen.Engines;

/// <summary>What computes, what was tried before, and how the engine came about.</summary>
public sealed record EngineReport
{
    /// <summary>The provider in use.</summary>
    public required Provider Provider { get; init; }

    /// <summary>Calls that may be rented at once.</summary>
    public required int MaxCalls { get; init; }
}
