namespace ModelGen.Engines;

/// <summary>Something wrong with an engine in the cache. It will not be loaded, but built again.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Problem">What is wrong, as a sentence without its full stop.</param>
public sealed record CacheFault(string Id, string Folder, string Problem);
