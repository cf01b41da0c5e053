using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ModelGen.Engines;

/// <summary>A tensor in page-locked memory of the host, from which the GPU fetches by itself: half the time of other memory.</summary>
/// <remarks>
/// ONNX Runtime is told that it is ordinary memory. Measured on an H200: a call with 40 MB of results took 1,604 µs with it, 3,766 µs with
/// pageable memory.
/// </remarks>
internal class PageLockedSlot(ICudaRuntime cuda, TensorInfo info, int openDim) : Slot(info, openDim)
{
    private long _capacity;
    private nint _memory;
    private OrtValue? _value;

    public override bool NeedsWork => false;

    /// <summary>The first byte.</summary>
    public nint Memory => _memory;

    /// <summary>Bytes in use.</summary>
    public long Bytes { get; private set; }

    protected override unsafe ref byte Start => ref Unsafe.AsRef<byte>((void*)_memory);

    protected override unsafe void Allocate(int count)
    {
        Length = checked(Info.ItemLength * count);
        Bytes = (long)Length * ElementTypes.SizeOf(Info.Type);
        if (_memory == 0 || _capacity < Bytes)
        {
            Release();
            // One byte at least: an address is needed even for a tensor without elements.
            _capacity = Math.Max(1, Bytes);
            _memory = cuda.AllocateHost(_capacity);
            // A first read before a first run sees zeros, as with memory of .NET.
            NativeMemory.Clear((void*)_memory, (nuint)_capacity);
        }
        _value?.Dispose();
        _value = Wrap(count);
    }

    /// <summary>ONNX Runtime's handle on the memory that it works on.</summary>
    protected virtual OrtValue Wrap(int count) => OrtValue.CreateTensorValueWithData(
        OrtMemoryInfo.DefaultInstance, (TensorElementType)(int)Info.Type, Info.DimsFor(count), _memory, Bytes);

    public override void BindInput(OrtIoBinding binding) => binding.BindInput(Info.Name, _value!);

    public override void BindOutput(OrtIoBinding binding) => binding.BindOutput(Info.Name, _value!);

    public override void Dispose()
    {
        _value?.Dispose();
        _value = null;
        Release();
    }

    private void Release()
    {
        if (_memory != 0)
            cuda.FreeHost(_memory);
        _memory = 0;
    }
}
