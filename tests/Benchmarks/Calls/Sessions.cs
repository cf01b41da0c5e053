using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Benchmarks;

/// <summary>The same session options for ModelGen and for code by hand: one thread, so that no thread pool's waiting blurs a comparison of calls.</summary>
internal static class Sessions
{
    /// <summary>ModelGen's side.</summary>
    public static ModelOptions ModelGen { get; } = new() { IntraOpThreads = 1, ConfigureSession = Configure };

    /// <summary>The side by hand.</summary>
    public static InferenceSession ByHand(ModelInfo info) => ByHand(info, threads: 1, spins: false);

    /// <summary>The side by hand with other threads; null for ONNX Runtime's choice.</summary>
    public static InferenceSession ByHand(ModelInfo info, int? threads, bool spins)
    {
        using SessionOptions options = new() { IntraOpNumThreads = threads ?? 0 };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", spins ? "1" : "0");
        foreach ((string name, long size) in info.FixedDims)
            options.AddFreeDimensionOverrideByName(name, size);
        Configure(options);
        return new InferenceSession(Path.Combine(AppContext.BaseDirectory, info.FileName), options);
    }

    private static void Configure(SessionOptions options)
    {
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        options.GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL;
    }
}
