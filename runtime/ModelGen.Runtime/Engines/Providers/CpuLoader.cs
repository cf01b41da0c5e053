namespace ModelGen.Engines;

/// <summary>The CPU: always there, nothing to build.</summary>
internal sealed class CpuLoader : IProviderLoader
{
    public Provider Provider => Provider.Cpu;

    public bool TakesPrecision => false;

    public LoadedModel Load(LoadRequest request, CancellationToken cancellationToken)
    {
        // Runs of one session go side by side; more of them than twice the processors only wait for each other in the caches.
        int calls = request.Options.MaxCalls ?? 2 * Environment.ProcessorCount;
        return HostSessions.Load(request, request.Recipe(Provider), calls, cancellationToken);
    }
}
