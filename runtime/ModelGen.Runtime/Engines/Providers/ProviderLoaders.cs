using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>Which providers are tried, and in which order.</summary>
internal static class ProviderLoaders
{
    private static readonly IProviderLoader s_tensorRT = new TensorRTLoader();
    private static readonly IProviderLoader s_cuda = new CudaLoader();
    private static readonly IProviderLoader s_cpu = new CpuLoader();

    /// <summary>The loaders to try for what the user asked for: the provider itself first, then what stands in for it unless the user is strict.</summary>
    public static ImmutableArray<IProviderLoader> For(ModelOptions options)
    {
        if (options.Strict && options.Provider == Provider.Auto)
        {
            throw new ModelGenException(
                "Strict loading needs a provider to be strict about",
                expected: "ModelOptions.Provider to be TensorRT, Cuda, Cpu or a plug-in",
                actual: "Provider.Auto, which takes what there is",
                remedy: "Name the provider, or leave Strict off.");
        }
        ImmutableArray<IProviderLoader> all =
            options.Provider == Provider.Auto || options.Provider == Provider.TensorRT ? [s_tensorRT, s_cuda, s_cpu]
            : options.Provider == Provider.Cuda ? [s_cuda, s_cpu]
            : options.Provider == Provider.Cpu ? [s_cpu]
            : [new PluginLoader(options.Provider), s_cpu];
        return options.Strict ? [all[0]] : all;
    }
}
