namespace ModelGen.Engines;

/// <summary>A provider that compiles the model into an engine first.</summary>
internal interface IEngineBuilder : IProviderLoader
{
    /// <summary>Whether loading would build an engine, since none that fits is in the cache.</summary>
    /// <exception cref="ProviderUnavailableException">The provider can't be used here.</exception>
    bool MustBuild(LoadRequest request);
}
