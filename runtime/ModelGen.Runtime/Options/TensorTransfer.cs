namespace ModelGen;

/// <summary>How tensors get from the caller's memory to the GPU and back. The caller's memory is page-locked in each case, so that the GPU fetches by itself.</summary>
public enum TensorTransfer
{
    /// <summary><see cref="DeviceBuffers"/> where CUDA's runtime library can be called, otherwise <see cref="Rebind"/>.</summary>
    Auto,
    /// <summary>Buffers on the GPU, bound once; copies and the network are queued on one stream, with one wait at the end.</summary>
    DeviceBuffers,
    /// <summary>ONNX Runtime copies: inputs when they are bound, before each run; outputs at its end.</summary>
    Rebind,
}
