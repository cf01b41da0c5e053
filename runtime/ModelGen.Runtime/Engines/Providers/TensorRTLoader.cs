using System.Collections.Immutable;
using System.Diagnostics;

namespace ModelGen.Engines;

/// <summary>NVIDIA TensorRT: the network is compiled into an engine for this GPU, which is kept in the cache.</summary>
internal sealed class TensorRTLoader : IEngineBuilder
{
    public Provider Provider => Provider.TensorRT;

    public bool TakesPrecision => true;

    public bool MustBuild(LoadRequest request)
    {
        TensorRTPlan plan = TensorRTPlan.For(request);
        return OpenCache(request, out _) is not { } cache || !cache.Contains(plan.Key);
    }

    public LoadedModel Load(LoadRequest request, CancellationToken cancellationToken)
    {
        TensorRTPlan plan = TensorRTPlan.For(request);
        Tf32.Settle(request.Info.Name, request.Options.Cuda.AllowTF32);
        CudaGraphRule.Check(request);
        GpuCalls calls = GpuCalls.For(request, request.Options.TensorRT.Contexts);
        ImmutableArray<string> remarks = request.Options.Cuda.AllowTF32 && request.Precision is Precision.Default or Precision.Float32 ? [Tf32.Remark] : [];
        if (OpenCache(request, out string reason) is not { } cache)
            return WithoutCache(request, plan, calls, reason, remarks, cancellationToken);

        TensorRTEngine engine = new(request, plan, calls.Sessions);
        CachedEngine<BoundSession[]> cached;
        try
        {
            cached = cache.UseOrBuild(plan.Key, folder => engine.Load(folder, cancellationToken), engine.Build, request.Options.Progress, cancellationToken);
        }
        catch (CacheUnavailableException e)
        {
            LoadLog.NoCache(request.Logger, request.Info.Name, e.Message);
            return WithoutCache(request, plan, calls, e.Message, remarks, cancellationToken);
        }
        return Loaded(request, plan, calls, cached.Value, remarks, cached.Lease, new EngineReport
        {
            Provider = Provider,
            MaxCalls = calls.MaxCalls,
            Outcome = cached.Outcome,
            CacheReason = cached.Reason,
            CacheKey = plan.Key.Id,
            LoadTime = cached.LoadTime,
            BuildTime = cached.BuildTime,
        });
    }

    // A folder that others can write to is not used; the model still runs, at the price of a build at each start, and says so.
    private static EngineCache? OpenCache(LoadRequest request, out string reason)
    {
        reason = "the cache is switched off";
        if (!request.Options.Cache.Enabled)
            return null;
        try
        {
            return EngineCache.Open(request.Options.Cache, request.Logger);
        }
        catch (CacheUnavailableException e) when (!request.Options.Strict)
        {
            LoadLog.NoCache(request.Logger, request.Info.Name, e.Message);
            reason = e.Message;
            return null;
        }
    }

    private LoadedModel WithoutCache(
        LoadRequest request, TensorRTPlan plan, GpuCalls calls, string reason, ImmutableArray<string> remarks, CancellationToken cancellationToken)
    {
        request.Tell(EnginePhase.Building, reason);
        long start = Stopwatch.GetTimestamp();
        BoundSession[] sessions = GpuSessions.Open(request, calls.Sessions, stream => Recipe(request, plan, stream), cancellationToken);
        return Loaded(request, plan, calls, sessions, remarks, lease: null, new EngineReport
        {
            Provider = Provider,
            MaxCalls = calls.MaxCalls,
            Outcome = EngineOutcome.Uncached,
            CacheReason = reason,
            BuildTime = Stopwatch.GetElapsedTime(start),
        });
    }

    private static LoadedModel Loaded(
        LoadRequest request, TensorRTPlan plan, GpuCalls calls, BoundSession[] sessions, ImmutableArray<string> remarks, IDisposable? lease, EngineReport report) => new(
            new Backend(sessions, calls.MaxCalls) { IsExclusive = calls.OneASession, Profiles = plan.Profiles, Lease = lease },
            report with { MaxBatch = plan.MaxBatch, Remarks = remarks.AddRange(LeftNodes.Remarks(request, sessions[0])) });

    private static SessionRecipe Recipe(LoadRequest request, TensorRTPlan plan, CudaStream? stream) => request.Recipe(Provider.TensorRT) with
    {
        Settings = plan.Settings.SetItems(TensorRTSettings.ForRuns(request, stream)),
        CudaSettings = CudaSettings.BesideTensorRT(request, stream),
    };
}
