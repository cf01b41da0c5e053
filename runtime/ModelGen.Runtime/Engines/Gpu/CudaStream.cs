using System.Globalization;

namespace ModelGen.Engines;

/// <summary>A queue of work on a GPU, shared by a session and the copies around it.</summary>
internal sealed class CudaStream(ICudaRuntime cuda, int deviceId) : IDisposable
{
    private nint _handle = cuda.CreateStream(deviceId);

    /// <summary>The library it belongs to.</summary>
    public ICudaRuntime Cuda => cuda;

    /// <summary>The GPU it belongs to.</summary>
    public int DeviceId => deviceId;

    /// <summary>Its address as provider settings take it.</summary>
    public string Address => ((long)_handle).ToString(CultureInfo.InvariantCulture);

    /// <summary>Queues a copy to the GPU.</summary>
    public void Upload(nint device, nint host, long bytes) => cuda.CopyToDevice(device, host, bytes, _handle);

    /// <summary>Queues a copy from the GPU.</summary>
    public void Download(nint host, nint device, long bytes) => cuda.CopyToHost(host, device, bytes, _handle);

    /// <summary>Waits for all that was queued.</summary>
    public void Synchronize() => cuda.Synchronize(_handle);

    /// <summary>Ends it; its session must be gone by then.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _handle, 0) is not 0 and nint handle)
            cuda.DestroyStream(handle);
    }
}
