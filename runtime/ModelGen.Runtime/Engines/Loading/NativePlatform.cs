namespace ModelGen.Engines;

/// <summary>All that is native, so that decisions can be tested on a machine without a GPU.</summary>
/// <param name="Sessions">ONNX Runtime.</param>
/// <param name="Gpus">What is known of GPUs.</param>
/// <param name="Cuda">Gives CUDA's runtime library.</param>
internal sealed record NativePlatform(ISessionSource Sessions, IGpuProbe Gpus, Func<ICudaRuntime> Cuda)
{
    /// <summary>This machine's.</summary>
    public static NativePlatform Real { get; } = new(OrtSessions.Instance, NvidiaGpus.Instance, CudaRuntime.Load);
}
