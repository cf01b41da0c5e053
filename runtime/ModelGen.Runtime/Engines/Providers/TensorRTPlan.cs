using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>What is settled about a TensorRT engine before it is looked up or built.</summary>
/// <param name="Key">Its key in the cache.</param>
/// <param name="Settings">The settings that shape it.</param>
/// <param name="Profiles">The sizes of open dims that it serves.</param>
internal sealed record TensorRTPlan(EngineKey Key, ImmutableSortedDictionary<string, string> Settings, ImmutableSortedDictionary<string, DimRange> Profiles)
{
    /// <summary>The largest size that every open dim takes; null where there is none.</summary>
    public int? MaxBatch => Profiles.IsEmpty ? null : Profiles.Values.Min(range => range.Max);

    /// <summary>Looks at the GPU, the libraries and the options.</summary>
    /// <exception cref="ProviderUnavailableException">TensorRT can't be used here.</exception>
    /// <exception cref="ModelGenException">An option does not fit.</exception>
    public static TensorRTPlan For(LoadRequest request)
    {
        if (!request.Platform.Sessions.CompiledProviders.Contains(ProviderNames.TensorRT))
            throw ProviderFailure.NotBuiltIn(Provider.TensorRT);
        GpuInfo gpu = request.Platform.Gpus.Describe(request.Options.Cuda.DeviceId);
        Version version = request.Platform.Gpus.TensorRT();
        ImmutableSortedDictionary<string, string> settings = TensorRTSettings.ForEngine(request, version);
        return new TensorRTPlan(EngineKeys.ForTensorRT(request, settings, gpu, version), settings, TensorRTProfiles.For(request));
    }
}
