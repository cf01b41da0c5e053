using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ModelGen.Engines;

/// <summary>A tensor in pinned managed memory that ONNX Runtime reads or writes in place.</summary>
/// <remarks>
/// The memory is the garbage collector's, on the pinned heap: a span that outlives its call sees another call's numbers, never freed memory.
/// </remarks>
internal sealed class PinnedSlot(TensorInfo info, int openDim) : Slot(info, openDim)
{
    // The width of an AVX-512 register and of a cache line: kernels need no split loads.
    private const int Alignment = 64;

    private byte[] _memory = [];
    private int _offset;
    private OrtValue? _value;

    public override bool NeedsWork => false;

    protected override ref byte Start => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _offset);

    protected override unsafe void Allocate(int count)
    {
        Length = checked(Info.ItemLength * count);
        int bytes = checked(Length * ElementTypes.SizeOf(Info.Type));
        if (_memory.Length < bytes + Alignment)
            _memory = GC.AllocateArray<byte>(checked(bytes + Alignment), pinned: true);

        fixed (byte* start = _memory)
        {
            _offset = (int)((Alignment - (nint)start % Alignment) % Alignment);
            _value?.Dispose();
            _value = OrtValue.CreateTensorValueWithData(
                OrtMemoryInfo.DefaultInstance, (TensorElementType)(int)Info.Type, Info.DimsFor(count), (nint)(start + _offset), bytes);
        }
    }

    public override void BindInput(OrtIoBinding binding) => binding.BindInput(Info.Name, _value!);

    public override void BindOutput(OrtIoBinding binding) => binding.BindOutput(Info.Name, _value!);

    public override void Dispose() => _value?.Dispose();
}
