using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

/// <summary>Plays NVIDIA's driver and libraries.</summary>
internal sealed class FakeGpus : IGpuProbe
{
    public GpuInfo Gpu { get; set; } = new("NVIDIA H200", "9.0", "580.95.05");

    public Version Version { get; set; } = new(10, 6, 0);

    public string? NoDriver { get; set; }

    public string? NoTensorRT { get; set; }

    public GpuInfo Describe(int deviceId) => NoDriver is null ? Gpu : throw new ProviderUnavailableException(NoDriver);

    public Version TensorRT() => NoTensorRT is null ? Version : throw new ProviderUnavailableException(NoTensorRT, "Install TensorRT 10.");
}
