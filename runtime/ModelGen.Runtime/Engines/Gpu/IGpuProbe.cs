namespace ModelGen.Engines;

/// <summary>What is known of NVIDIA's hardware and libraries without loading a model.</summary>
internal interface IGpuProbe
{
    /// <summary>A GPU by its number.</summary>
    /// <exception cref="ProviderUnavailableException">There is no driver, or no such GPU.</exception>
    GpuInfo Describe(int deviceId);

    /// <summary>TensorRT's version: <c>10.6.0</c>.</summary>
    /// <exception cref="ProviderUnavailableException">Its library does not load; the loader's message says why.</exception>
    Version TensorRT();
}
