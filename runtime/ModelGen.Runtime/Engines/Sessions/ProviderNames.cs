namespace ModelGen.Engines;

/// <summary>ONNX Runtime's names of providers.</summary>
internal static class ProviderNames
{
    public const string TensorRT = "TensorrtExecutionProvider";
    public const string Cuda = "CUDAExecutionProvider";
    public const string Cpu = "CPUExecutionProvider";

    /// <summary>ONNX Runtime's name of a provider.</summary>
    public static string Of(Provider provider) =>
        provider == Provider.TensorRT ? TensorRT
        : provider == Provider.Cuda ? Cuda
        : provider == Provider.Cpu ? Cpu
        : provider.Name;
}
