using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Builds one engine into a folder, and loads it from there.</summary>
/// <remarks>
/// The engine is kept as a context model, an ONNX file with one node that refers to it by a relative path. It loads in 0.06–0.09 s with graph
/// optimisation off; through the provider's own cache, which parses the network again and makes a builder, the same engine takes 3–7 s (measured on an H200).
/// </remarks>
internal sealed class TensorRTEngine(LoadRequest request, TensorRTPlan plan, int sessions)
{
    // Names inside an entry of the cache. The provider chooses the engine's own name.
    private const string ContextModel = "engine.onnx";
    private const string EngineFolder = "engine";
    private const string TimingFolder = "timing";

    /// <summary>Builds it.</summary>
    /// <param name="folder">An empty folder of the cache.</param>
    /// <param name="cancellationToken">Stops the load; TensorRT itself ends its build first.</param>
    public void Build(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, EngineFolder));
        ImmutableSortedDictionary<string, string> settings = plan.Settings
            .SetItems(TensorRTSettings.ForRuns(request, stream: null))
            .Remove("trt_cuda_graph_enable")
            .SetItems(TensorRTSettings.ForCache(EngineFolder))
            .SetItems(TensorRTSettings.ForContext(Path.Combine(folder, ContextModel)));
        using TimingCache timing = TimingCache.Borrow(request, Path.Combine(folder, TimingFolder));
        SessionRecipe recipe = request.Recipe(Provider.TensorRT) with
        {
            Settings = settings.SetItems(timing.Settings),
            CudaSettings = CudaSettings.BesideTensorRT(request, stream: null),
        };
        GpuSessions.Build(request, recipe, cancellationToken);
        timing.GiveBack();
        if (!Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(file => file.EndsWith(".engine", StringComparison.Ordinal)))
        {
            throw new ProviderUnavailableException(
                "TensorRT took no part of the network",
                "See ONNX Runtime's log for the operators that it does not know.");
        }
    }

    /// <summary>Loads it, once for each context.</summary>
    /// <exception cref="EngineRejectedException">It can't be deserialised: it was built by something else, or is damaged.</exception>
    public BoundSession[] Load(string folder, CancellationToken cancellationToken)
    {
        bool hasContext = File.Exists(Path.Combine(folder, ContextModel));
        try
        {
            return GpuSessions.Open(request, sessions, stream => hasContext ? FromContext(folder, stream) : FromEngines(folder, stream), cancellationToken);
        }
        catch (OnnxRuntimeException e) when (!IsOutOfMemory(e))
        {
            throw new EngineRejectedException(e.Message, e);
        }
    }

    private SessionRecipe FromContext(string folder, CudaStream? stream) => request.Recipe(Provider.TensorRT) with
    {
        ModelPath = Path.Combine(folder, ContextModel),
        // The graph is one node: looking for more to do takes longer than loading it.
        Optimization = GraphOptimizationLevel.ORT_DISABLE_ALL,
        FixedDims = [],
        Settings = TensorRTSettings.ForRuns(request, stream),
        CudaSettings = CudaSettings.BesideTensorRT(request, stream),
    };

    // Where a part of the network stays with another provider, no context model is written: the provider's own cache has the engines then.
    private SessionRecipe FromEngines(string folder, CudaStream? stream) => request.Recipe(Provider.TensorRT) with
    {
        Settings = plan.Settings
            .SetItems(TensorRTSettings.ForRuns(request, stream))
            .SetItems(TensorRTSettings.ForCache(Path.Combine(folder, EngineFolder))),
        CudaSettings = CudaSettings.BesideTensorRT(request, stream),
    };

    // Building again would not help, and the engine is fine.
    private static bool IsOutOfMemory(OnnxRuntimeException e) => e.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase);
}
