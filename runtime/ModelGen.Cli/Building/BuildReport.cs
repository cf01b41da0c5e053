extern alias runtime;

using runtime::ModelGen.Engines;

namespace ModelGen.Cli;

/// <summary>What the reports of <c>build</c> show.</summary>
/// <param name="Path">The model as it was given.</param>
/// <param name="Engine">How the engine came about.</param>
/// <param name="Folder">The engine's folder in the cache; null when it is not there.</param>
internal sealed record BuildReport(string Path, EngineReport Engine, string? Folder);
