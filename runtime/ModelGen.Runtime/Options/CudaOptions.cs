namespace ModelGen;

/// <summary>Settings of the GPU: which one, and how tensors get there and back.</summary>
public sealed record CudaOptions
{
    /// <summary>The GPU's number, as nvidia-smi lists them among those that CUDA_VISIBLE_DEVICES leaves visible. 0 unless set.</summary>
    public int DeviceId { get; init; }

    /// <summary>GPU memory that ONNX Runtime's arena may take, in bytes; 0 for all there is (gpu_mem_limit). It does not bound TensorRT.</summary>
    public long MemoryLimitBytes { get; init; }

    /// <summary>Whether float32 may be multiplied with 10 bits of mantissa (TF32), as CUDA and TensorRT do on GPUs from Ampere on. True unless set.</summary>
    /// <remarks>
    /// It costs about three digits: logits of ±10 were seen to differ from the CPU's by up to 0.5. TensorRT can only be told for the whole process,
    /// before its first session (NVIDIA_TF32_OVERRIDE=0).
    /// </remarks>
    public bool AllowTF32 { get; init; } = true;

    /// <summary>Whether the kernels of a call are launched as one recorded CUDA graph. Where the whole network is on the GPU and every dim is fixed. False unless set.</summary>
    public bool CudaGraph { get; init; }

    /// <summary>How tensors get to the GPU and back.</summary>
    public TensorTransfer Transfer { get; init; } = TensorTransfer.Auto;
}
