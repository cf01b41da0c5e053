namespace ModelGen;

/// <summary>What the loading of a model is at.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Elapsed">Time since it began.</param>
/// <param name="Estimate">How long the phase took the last time, for the same model or the nearest there is; null when unknown.</param>
/// <param name="Detail">In words: which engine, and why.</param>
public readonly record struct EngineProgress(EnginePhase Phase, TimeSpan Elapsed, TimeSpan? Estimate, string Detail);
