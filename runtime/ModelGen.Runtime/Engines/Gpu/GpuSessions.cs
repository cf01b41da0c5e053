using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Opens sessions on a GPU, with the memory that goes with them.</summary>
internal static class GpuSessions
{
    // ONNX Runtime's providers for NVIDIA don't bear two sessions being made at once. Builds have a turn of their own: they take minutes,
    // and the stand-in of another model must not wait for that.
    private static readonly SemaphoreSlim s_oneLoad = new(1, 1);
    private static readonly SemaphoreSlim s_oneBuild = new(1, 1);

    /// <summary>Opens one session after the other, each with a stream and buffers of its own.</summary>
    /// <param name="request">The model.</param>
    /// <param name="count">How many.</param>
    /// <param name="recipe">The recipe for a stream; null where ONNX Runtime copies by itself.</param>
    /// <param name="cancellationToken">Stops before the next one, and a load under way where ONNX Runtime can.</param>
    public static BoundSession[] Open(LoadRequest request, int count, Func<CudaStream?, SessionRecipe> recipe, CancellationToken cancellationToken)
    {
        List<BoundSession> sessions = [];
        s_oneLoad.Wait(cancellationToken);
        try
        {
            while (sessions.Count < count)
                sessions.Add(Open(request, recipe, cancellationToken));
            return [.. sessions];
        }
        catch
        {
            sessions.ForEach(session => session.Dispose());
            throw;
        }
        finally
        {
            s_oneLoad.Release();
        }
    }

    /// <summary>Opens a session that only builds: nothing is run on it.</summary>
    public static void Build(LoadRequest request, SessionRecipe recipe, CancellationToken cancellationToken)
    {
        s_oneBuild.Wait(cancellationToken);
        try
        {
            using InferenceSession session = StrictNodes.Open(request, recipe, cancellationToken);
        }
        finally
        {
            s_oneBuild.Release();
        }
    }

    private static BoundSession Open(LoadRequest request, Func<CudaStream?, SessionRecipe> recipe, CancellationToken cancellationToken)
    {
        IMemoryPlan memory = Plan(request, out CudaStream? stream);
        try
        {
            return new BoundSession(StrictNodes.Open(request, recipe(stream), cancellationToken), memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    private static IMemoryPlan Plan(LoadRequest request, out CudaStream? stream)
    {
        CudaOptions options = request.Options.Cuda;
        stream = null;
        ICudaRuntime cuda;
        try
        {
            cuda = request.Platform.Cuda();
        }
        catch (ProviderUnavailableException e) when (options.Transfer == TensorTransfer.Auto && !options.CudaGraph)
        {
            // Slower, and right all the same: ONNX Runtime copies from memory that is not page-locked.
            LoadLog.NoEffect(request.Logger, request.Info.Name, $"tensors go through pageable memory, since CUDA's runtime library does not load: {e.Message}");
            return HostMemoryPlan.Instance;
        }
        if (options.Transfer == TensorTransfer.Rebind)
            return new RebindMemoryPlan(cuda);
        stream = new CudaStream(cuda, options.DeviceId);
        return new DeviceMemoryPlan(stream);
    }
}
