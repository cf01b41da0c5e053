namespace ModelGen.Engines;

/// <summary>How an engine came about.</summary>
public enum EngineOutcome
{
    /// <summary>It was in the cache.</summary>
    Hit,
    /// <summary>It was not in the cache; it was built and is there now.</summary>
    Built,
    /// <summary>What was in the cache was damaged or could not be loaded; it was built again.</summary>
    Rebuilt,
    /// <summary>It was built, and could not be kept: the next process builds it again.</summary>
    Uncached,
}
