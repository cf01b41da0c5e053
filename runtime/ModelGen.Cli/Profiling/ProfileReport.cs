extern alias runtime;

using runtime::ModelGen.Engines;

namespace ModelGen.Cli;

/// <summary>All that the reports of <c>profile</c> show.</summary>
/// <param name="Path">The model as it was given.</param>
/// <param name="Provider">What computed, as on the command line.</param>
/// <param name="By">What a row of the table stands for.</param>
/// <param name="Profile">What was measured.</param>
internal sealed record ProfileReport(string Path, string Provider, ProfileGrouping By, EngineProfile Profile);
