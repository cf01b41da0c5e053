namespace ModelGen.Engines;

/// <summary>A provider in a library of its own. What it does beyond loading is its own affair; tensors stay in the caller's memory.</summary>
internal sealed class PluginLoader(Provider provider) : IProviderLoader
{
    public Provider Provider => provider;

    public bool TakesPrecision => false;

    public LoadedModel Load(LoadRequest request, CancellationToken cancellationToken)
    {
        SessionRecipe recipe = request.Recipe(provider) with { Settings = request.Options.ProviderSettings };
        // Nothing is known of what it does when two threads call one session, but ONNX Runtime asks providers to bear it.
        int calls = request.Options.MaxCalls ?? CallLimits.OnCpu;
        return HostSessions.Load(request, recipe, calls, cancellationToken);
    }
}
