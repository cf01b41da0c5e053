using Microsoft.Extensions.Logging;

namespace ModelGen.Engines;

/// <summary>What all parts of an open cache share.</summary>
/// <param name="Layout">What lies where.</param>
/// <param name="Locks">Its locks.</param>
/// <param name="Options">Its options.</param>
/// <param name="Log">Where messages go.</param>
/// <param name="Clock">What time it is. Wrong times never make a wrong engine, only odd orders of pruning.</param>
internal sealed record CacheContext(CacheLayout Layout, CacheLocks Locks, EngineCacheOptions Options, ILogger Log, TimeProvider Clock);
