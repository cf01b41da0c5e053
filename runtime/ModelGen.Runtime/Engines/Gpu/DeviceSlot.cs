using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ModelGen.Engines;

/// <summary>A tensor that has its place on the GPU, and one in page-locked memory of the host that the caller sees.</summary>
/// <remarks>Its address on the GPU stays the same as long as its size does, which a recorded CUDA graph relies on.</remarks>
internal sealed class DeviceSlot(CudaStream stream, TensorInfo info, int openDim) : PageLockedSlot(stream.Cuda, info, openDim)
{
    private readonly OrtMemoryInfo _device = stream.Cuda.DeviceMemory(stream.DeviceId);
    private long _capacity;
    private nint _buffer;

    protected override OrtValue Wrap(int count)
    {
        if (_buffer == 0 || _capacity < Bytes)
        {
            Release();
            _capacity = Math.Max(1, Bytes);
            _buffer = stream.Cuda.AllocateDevice(stream.DeviceId, _capacity);
        }
        return OrtValue.CreateTensorValueWithData(_device, (TensorElementType)(int)Info.Type, Info.DimsFor(count), _buffer, Bytes);
    }

    /// <summary>Queues the copy of what the caller wrote.</summary>
    public void Upload()
    {
        if (Bytes > 0)
            stream.Upload(_buffer, Memory, Bytes);
    }

    /// <summary>Queues the copy of what the network wrote.</summary>
    public void Download()
    {
        if (Bytes > 0)
            stream.Download(Memory, _buffer, Bytes);
    }

    public override void Dispose()
    {
        base.Dispose();
        Release();
        _device.Dispose();
    }

    private void Release()
    {
        if (_buffer != 0)
            stream.Cuda.FreeDevice(_buffer);
        _buffer = 0;
    }
}
