namespace ModelGen;

/// <summary>The phases in which a model is loaded.</summary>
public enum EnginePhase
{
    /// <summary>The model's file is compared with its SHA-256, and the cached engine's files with theirs.</summary>
    Verifying,
    /// <summary>Another process builds the same engine.</summary>
    Waiting,
    /// <summary>The provider builds an engine.</summary>
    Building,
    /// <summary>The engine is written to the cache.</summary>
    Storing,
    /// <summary>The engine, or the model, is loaded.</summary>
    Loading,
    /// <summary>Calls are answered.</summary>
    Ready,
}
