using System.Collections.Immutable;
using System.Globalization;

namespace ModelGen.Engines;

/// <summary>The CUDA provider's settings in its own words. Names and meanings: onnxruntime.ai/docs/execution-providers/CUDA-ExecutionProvider.html.</summary>
internal static class CudaSettings
{
    /// <summary>Those with which it takes what TensorRT leaves; null where it may not.</summary>
    public static ImmutableSortedDictionary<string, string>? BesideTensorRT(LoadRequest request, CudaStream? stream) => request.Options.Strict
        ? null
        // The words in ProviderSettings are TensorRT's then, and a graph is recorded by one provider only.
        : For(request with { Options = request.Options with { ProviderSettings = request.Options.ProviderSettings.Clear(), Cuda = request.Options.Cuda with { CudaGraph = false } } }, stream);

    /// <summary>All of them.</summary>
    public static ImmutableSortedDictionary<string, string> For(LoadRequest request, CudaStream? stream)
    {
        CudaOptions options = request.Options.Cuda;
        ImmutableSortedDictionary<string, string>.Builder settings = ImmutableSortedDictionary.CreateBuilder<string, string>();
        settings["device_id"] = Text(options.DeviceId);
        settings["use_tf32"] = options.AllowTF32 ? "1" : "0";
        if (options.MemoryLimitBytes > 0)
            settings["gpu_mem_limit"] = Text(options.MemoryLimitBytes);
        if (options.CudaGraph)
            settings["enable_cuda_graph"] = "1";
        if (stream is not null)
        {
            settings["has_user_compute_stream"] = "1";
            settings["user_compute_stream"] = stream.Address;
        }
        foreach ((string key, string value) in request.Options.ProviderSettings)
            settings[key] = value;
        return settings.ToImmutable();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
