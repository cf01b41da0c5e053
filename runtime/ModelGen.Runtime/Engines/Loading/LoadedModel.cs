namespace ModelGen.Engines;

/// <summary>What a provider made of a model.</summary>
/// <param name="Backend">The sessions, ready for calls.</param>
/// <param name="Report">How they came about; the attempts are not in it yet.</param>
internal sealed record LoadedModel(Backend Backend, EngineReport Report);
