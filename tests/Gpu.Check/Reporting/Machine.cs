using System.Runtime.InteropServices;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>What the checks run on. A part that can't be asked is empty.</summary>
internal sealed record Machine
{
    public string System { get; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors";

    public string Gpu { get; private init; } = "";

    public string ComputeCapability { get; private init; } = "";

    public string Driver { get; private init; } = "";

    public string TensorRT { get; private init; } = "";

    public string Cuda { get; private init; } = "";

    public string OnnxRuntime { get; private init; } = "";

    /// <summary>Looks at this one.</summary>
    public static Machine Of(NativePlatform platform)
    {
        GpuInfo gpu = Or(() => platform.Gpus.Describe(0), new GpuInfo("", "", ""));
        return new Machine
        {
            Gpu = gpu.Name,
            ComputeCapability = gpu.ComputeCapability,
            Driver = gpu.Driver,
            TensorRT = Or(() => platform.Gpus.TensorRT().ToString(), ""),
            Cuda = Or(() => platform.Cuda().Version.ToString(), ""),
            OnnxRuntime = platform.Sessions.Version,
        };
    }

    /// <summary>The line for people.</summary>
    public override string ToString() =>
        $"ONNX Runtime {OnnxRuntime}, GPU {Text(Gpu)} (compute capability {Text(ComputeCapability)}), driver {Text(Driver)}, TensorRT {Text(TensorRT)}, CUDA runtime {Text(Cuda)}; {System}";

    private static string Text(string text) => text.Length == 0 ? "none" : text;

    private static T Or<T>(Func<T> look, T otherwise)
    {
        try
        {
            return look();
        }
        catch (Exception e) when (e is ProviderUnavailableException or ModelGenException)
        {
            return otherwise;
        }
    }
}
