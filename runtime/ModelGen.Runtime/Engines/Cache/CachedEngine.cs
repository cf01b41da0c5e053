namespace ModelGen.Engines;

/// <summary>A loaded engine, and how it came about.</summary>
/// <param name="Value">What the caller's function loaded.</param>
/// <param name="Outcome">Whether it came from the cache.</param>
/// <param name="Reason">Why, in words, without a full stop.</param>
/// <param name="Folder">The folder that it was loaded from.</param>
/// <param name="LoadTime">Time for verifying and loading the files.</param>
/// <param name="BuildTime">Time that this process spent on building; zero for a hit.</param>
/// <param name="Lease">Dispose it when the engine's files are no longer needed: until then no process removes them.</param>
internal sealed record CachedEngine<T>(T Value, EngineOutcome Outcome, string Reason, string Folder, TimeSpan LoadTime, TimeSpan BuildTime, IDisposable Lease);
