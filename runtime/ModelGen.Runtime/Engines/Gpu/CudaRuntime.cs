using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>CUDA's runtime library, libcudart.</summary>
internal sealed unsafe class CudaRuntime : ICudaRuntime
{
    // Flags and kinds of driver_types.h.
    private const uint HostAllocPortable = 1;
    private const uint StreamNonBlocking = 1;
    private const int HostToDevice = 1;
    private const int DeviceToHost = 2;

    private static readonly Lazy<CudaRuntime> s_instance = new(() => new CudaRuntime(), LazyThreadSafetyMode.PublicationOnly);

    private readonly delegate* unmanaged<int, int> _setDevice;
    private readonly delegate* unmanaged<nint*, nuint, uint, int> _hostAlloc;
    private readonly delegate* unmanaged<nint, int> _freeHost;
    private readonly delegate* unmanaged<nint*, nuint, int> _malloc;
    private readonly delegate* unmanaged<nint, int> _free;
    private readonly delegate* unmanaged<nint*, uint, int> _streamCreate;
    private readonly delegate* unmanaged<nint, int> _streamDestroy;
    private readonly delegate* unmanaged<nint, int> _streamSynchronize;
    private readonly delegate* unmanaged<nint, nint, nuint, int, nint, int> _memcpyAsync;
    private readonly delegate* unmanaged<int, byte*> _errorString;

    private CudaRuntime()
    {
        // The one that ONNX Runtime 1.31 was built for first: two in one process would each have streams of their own.
        NativeFunctions library = OperatingSystem.IsWindows()
            ? NativeFunctions.Load("cudart64_13.dll", "cudart64_12.dll")
            : NativeFunctions.Load("libcudart.so.13", "libcudart.so.12");
        _setDevice = (delegate* unmanaged<int, int>)library.Find("cudaSetDevice");
        _hostAlloc = (delegate* unmanaged<nint*, nuint, uint, int>)library.Find("cudaHostAlloc");
        _freeHost = (delegate* unmanaged<nint, int>)library.Find("cudaFreeHost");
        _malloc = (delegate* unmanaged<nint*, nuint, int>)library.Find("cudaMalloc");
        _free = (delegate* unmanaged<nint, int>)library.Find("cudaFree");
        _streamCreate = (delegate* unmanaged<nint*, uint, int>)library.Find("cudaStreamCreateWithFlags");
        _streamDestroy = (delegate* unmanaged<nint, int>)library.Find("cudaStreamDestroy");
        _streamSynchronize = (delegate* unmanaged<nint, int>)library.Find("cudaStreamSynchronize");
        _memcpyAsync = (delegate* unmanaged<nint, nint, nuint, int, nint, int>)library.Find("cudaMemcpyAsync");
        _errorString = (delegate* unmanaged<int, byte*>)library.Find("cudaGetErrorString");
        int version = 0;
        Check(((delegate* unmanaged<int*, int>)library.Find("cudaRuntimeGetVersion"))(&version), "cudaRuntimeGetVersion");
        // CUDART_VERSION: major × 1,000 + minor × 10.
        Version = new Version(version / 1000, version / 10 % 100);
    }

    public Version Version { get; }

    /// <summary>Loads it, once a process.</summary>
    /// <exception cref="ProviderUnavailableException">It does not load.</exception>
    public static ICudaRuntime Load() => s_instance.Value;

    public nint AllocateHost(long bytes)
    {
        nint memory;
        Check(_hostAlloc(&memory, (nuint)bytes, HostAllocPortable), "cudaHostAlloc", bytes);
        return memory;
    }

    public void FreeHost(nint memory) => _ = _freeHost(memory);

    public nint AllocateDevice(int deviceId, long bytes)
    {
        nint memory;
        Check(_setDevice(deviceId), "cudaSetDevice");
        Check(_malloc(&memory, (nuint)bytes), "cudaMalloc", bytes);
        return memory;
    }

    public void FreeDevice(nint memory) => _ = _free(memory);

    public nint CreateStream(int deviceId)
    {
        nint stream;
        Check(_setDevice(deviceId), "cudaSetDevice");
        Check(_streamCreate(&stream, StreamNonBlocking), "cudaStreamCreateWithFlags");
        return stream;
    }

    public void DestroyStream(nint stream) => _ = _streamDestroy(stream);

    public void CopyToDevice(nint device, nint host, long bytes, nint stream) =>
        Check(_memcpyAsync(device, host, (nuint)bytes, HostToDevice, stream), "cudaMemcpyAsync to the GPU", bytes);

    public void CopyToHost(nint host, nint device, long bytes, nint stream) =>
        Check(_memcpyAsync(host, device, (nuint)bytes, DeviceToHost, stream), "cudaMemcpyAsync from the GPU", bytes);

    public void Synchronize(nint stream) => Check(_streamSynchronize(stream), "cudaStreamSynchronize");

    public OrtMemoryInfo DeviceMemory(int deviceId) => new(OrtMemoryInfo.allocatorCUDA, OrtAllocatorType.DeviceAllocator, deviceId, OrtMemType.Default);

    private void Check(int status, string function, long? bytes = null)
    {
        if (status == 0)
            return;
        string text = Marshal.PtrToStringUTF8((nint)_errorString(status)) ?? "no text";
        throw new ModelGenException(
            "CUDA failed",
            actual: FormattableString.Invariant($"{function}{(bytes is { } size ? $" of {size:N0} bytes" : "")}: {text} (code {status})"),
            remedy: "Where memory ran out, use smaller batches or fewer calls at once. Any other failure of the GPU lasts until the process ends: start it again.");
    }
}
