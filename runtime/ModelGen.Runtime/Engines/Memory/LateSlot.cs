using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>An output whose first dim is known only after the run. ONNX Runtime allocates it; the caller sees a copy.</summary>
internal sealed class LateSlot(TensorInfo info, int openDim) : Slot(info, openDim)
{
    private byte[] _memory = [];

    public override bool NeedsWork => true;

    protected override ref byte Start => ref MemoryMarshal.GetArrayDataReference(_memory);

    protected override void Allocate(int count)
    {
        // Nothing came yet; a tensor of fixed dims is one of zeros until then.
        Count = Info.OpenDim is null ? 1 : 0;
        SetLength(Info.ItemLength * Count);
        _memory.AsSpan().Clear();
    }

    public override void BindInput(OrtIoBinding binding) => throw new InvalidOperationException("An input's size is always known before the run.");

    public override void BindOutput(OrtIoBinding binding) => binding.BindOutputToDevice(Info.Name, OrtMemoryInfo.DefaultInstance);

    // After a run the binding holds its values, and the next run would have to give as many items.
    public override void BeforeRun(OrtIoBinding binding) => BindOutput(binding);

    public override void AfterRun(OrtValue value)
    {
        Span<byte> bytes = value.GetTensorMutableRawData();
        SetLength(bytes.Length / ElementTypes.SizeOf(Info.Type));
        bytes.CopyTo(_memory);
        if (Info.OpenDim is not null)
            Count = (int)value.GetTensorTypeAndShape().Shape[0];
    }

    private void SetLength(int length)
    {
        Length = length;
        int bytes = length * ElementTypes.SizeOf(Info.Type);
        // One byte at least: an array without any has no memory that a tensor could refer to.
        if (_memory.Length < Math.Max(1, bytes))
            _memory = GC.AllocateArray<byte>(Math.Max(1, bytes), pinned: true);
    }

    public override void Dispose() { }
}
