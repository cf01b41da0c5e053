using System.Diagnostics;

namespace ModelGen.Engines;

/// <summary>NVIDIA CUDA: ONNX Runtime's own kernels; nothing to build.</summary>
internal sealed class CudaLoader : IProviderLoader
{
    public Provider Provider => Provider.Cuda;

    public bool TakesPrecision => false;

    public LoadedModel Load(LoadRequest request, CancellationToken cancellationToken)
    {
        if (!request.Platform.Sessions.CompiledProviders.Contains(ProviderNames.Cuda))
            throw ProviderFailure.NotBuiltIn(Provider);
        _ = request.Platform.Gpus.Describe(request.Options.Cuda.DeviceId);
        CudaGraphRule.Check(request);

        request.Tell(EnginePhase.Loading, $"'{request.ModelPath}' on {Provider}");
        long start = Stopwatch.GetTimestamp();
        GpuCalls calls = GpuCalls.For(request, contexts: 1);
        BoundSession[] sessions = GpuSessions.Open(
            request, calls.Sessions, stream => request.Recipe(Provider) with { Settings = CudaSettings.For(request, stream) }, cancellationToken);
        EngineReport report = new()
        {
            Provider = Provider,
            MaxCalls = calls.MaxCalls,
            LoadTime = Stopwatch.GetElapsedTime(start),
            Remarks = [.. request.Options.Cuda.AllowTF32 ? [Tf32.Remark] : Array.Empty<string>(), .. LeftNodes.Remarks(request, sessions[0])],
        };
        return new LoadedModel(new Backend(sessions, calls.MaxCalls) { IsExclusive = calls.OneASession }, report);
    }
}
