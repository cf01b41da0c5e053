using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>An output whose first dim is known only after the run. ONNX Runtime allocates it; the caller sees a copy.</summary>
internal sealed class LateSlot(TensorInfo info) : Slot(info, -1)
{
    private byte[] _memory = [];
    private int _length;

    public override bool NeedsWork => true;

    public override Span<T> Span<T>() => _length == 0 ? default : Reinterpret<T>(_memory, _length);

    protected override void Allocate(int count) => _length = 0;

    public override void BindInput(OrtIoBinding binding) => throw new InvalidOperationException("An input's size is always known before the run.");

    public override void BindOutput(OrtIoBinding binding) => binding.BindOutputToDevice(Info.Name, OrtMemoryInfo.DefaultInstance);

    public override void AfterRun(OrtValue value)
    {
        Span<byte> bytes = value.GetTensorMutableRawData();
        if (_memory.Length < bytes.Length)
            _memory = GC.AllocateArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(_memory);
        _length = bytes.Length / ElementTypes.SizeOf(Info.Type);
    }

    public override void Dispose() { }
}
