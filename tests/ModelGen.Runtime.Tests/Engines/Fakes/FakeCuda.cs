using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

/// <summary>Plays CUDA's runtime library: device memory is memory of its own, and copies to the host arrive when the stream is waited for.</summary>
internal sealed unsafe class FakeCuda : ICudaRuntime
{
    private readonly Lock _gate = new();
    private readonly HashSet<nint> _host = [];
    private readonly HashSet<nint> _device = [];
    private readonly Dictionary<nint, List<(nint To, nint From, long Bytes)>> _streams = [];
    private nint _lastStream = 0x1000;

    public Version Version => new(13, 0);

    /// <summary>Blocks of each kind that are not freed.</summary>
    public (int Host, int Device, int Streams) Alive
    {
        get
        {
            lock (_gate)
                return (_host.Count, _device.Count, _streams.Count);
        }
    }

    public int Uploads { get; private set; }

    /// <summary>Copies made one after the other, so that a test can make one fail.</summary>
    public Action? OnSynchronize { get; set; }

    public nint AllocateHost(long bytes) => Allocate(_host, bytes);

    public void FreeHost(nint memory) => Free(_host, memory);

    public nint AllocateDevice(int deviceId, long bytes) => Allocate(_device, bytes);

    public void FreeDevice(nint memory) => Free(_device, memory);

    public nint CreateStream(int deviceId)
    {
        lock (_gate)
        {
            _streams[++_lastStream] = [];
            return _lastStream;
        }
    }

    public void DestroyStream(nint stream)
    {
        lock (_gate)
            Assert.True(_streams.Remove(stream), "The stream is not alive.");
    }

    public void CopyToDevice(nint device, nint host, long bytes, nint stream)
    {
        lock (_gate)
        {
            Assert.Contains(device, _device);
            Assert.Contains(host, _host);
            Uploads++;
            Buffer.MemoryCopy((void*)host, (void*)device, bytes, bytes);
        }
    }

    public void CopyToHost(nint host, nint device, long bytes, nint stream)
    {
        lock (_gate)
        {
            Assert.Contains(device, _device);
            Assert.Contains(host, _host);
            _streams[stream].Add((host, device, bytes));
        }
    }

    public void Synchronize(nint stream)
    {
        OnSynchronize?.Invoke();
        lock (_gate)
        {
            foreach ((nint to, nint from, long bytes) in _streams[stream])
                Buffer.MemoryCopy((void*)from, (void*)to, bytes, bytes);
            _streams[stream].Clear();
        }
    }

    // The CPU computes in its place, so its memory must be of the CPU's kind.
    public OrtMemoryInfo DeviceMemory(int deviceId) => new(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.DeviceAllocator, 0, OrtMemType.Default);

    private nint Allocate(HashSet<nint> blocks, long bytes)
    {
        lock (_gate)
        {
            nint memory = (nint)NativeMemory.AlignedAlloc((nuint)bytes, 64);
            new Span<byte>((void*)memory, (int)bytes).Fill(0xCD);
            blocks.Add(memory);
            return memory;
        }
    }

    private void Free(HashSet<nint> blocks, nint memory)
    {
        lock (_gate)
        {
            Assert.True(blocks.Remove(memory), "The block is not alive.");
            NativeMemory.AlignedFree((void*)memory);
        }
    }
}
