using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>The few functions of CUDA's runtime library that tensors need on their way.</summary>
/// <remarks>
/// ONNX Runtime gives no way to these: its allocator of page-locked memory fails at Run in 1.31.1 (gpu_data_transfer.cc: "dst_data != src_data was
/// false"), and it has no asynchronous copies into bound device memory from C#. All sizes are in bytes.
/// </remarks>
internal interface ICudaRuntime
{
    /// <summary>The library's version: <c>13.0</c>.</summary>
    Version Version { get; }

    /// <summary>Page-locked memory of the host, which the GPU reads and writes by itself.</summary>
    nint AllocateHost(long bytes);

    /// <summary>Frees what <see cref="AllocateHost"/> gave.</summary>
    void FreeHost(nint memory);

    /// <summary>Memory of a GPU.</summary>
    nint AllocateDevice(int deviceId, long bytes);

    /// <summary>Frees what <see cref="AllocateDevice"/> gave.</summary>
    void FreeDevice(nint memory);

    /// <summary>A stream that does not wait for the default one.</summary>
    nint CreateStream(int deviceId);

    /// <summary>Ends a stream.</summary>
    void DestroyStream(nint stream);

    /// <summary>Queues a copy from the host to the GPU.</summary>
    void CopyToDevice(nint device, nint host, long bytes, nint stream);

    /// <summary>Queues a copy from the GPU to the host.</summary>
    void CopyToHost(nint host, nint device, long bytes, nint stream);

    /// <summary>Waits until all that was queued is done.</summary>
    void Synchronize(nint stream);

    /// <summary>How ONNX Runtime calls the memory of a GPU.</summary>
    OrtMemoryInfo DeviceMemory(int deviceId);
}
