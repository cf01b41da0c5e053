namespace ModelGen.Engines;

/// <summary>The CPU: always there, nothing to build.</summary>
internal sealed class CpuLoader : IProviderLoader
{
    public Provider Provider => Provider.Cpu;

    public bool TakesPrecision => false;

    public LoadedModel Load(LoadRequest request, CancellationToken cancellationToken)
    {
        int calls = request.Options.MaxCalls ?? CallLimits.OnCpu;
        return HostSessions.Load(request, request.Recipe(Provider), calls, cancellationToken);
    }
}
