using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ModelGen.Engines;

/// <summary>A tensor of strings. They are managed objects, so each run copies them into or out of ONNX Runtime's own memory.</summary>
internal sealed class StringSlot(TensorInfo info, int openDim, bool isOutput) : Slot(info, openDim)
{
    private string[] _strings = [];
    private OrtValue? _value;

    public override bool NeedsWork => true;

    protected override ref byte Start => ref Unsafe.As<string, byte>(ref MemoryMarshal.GetArrayDataReference(_strings));

    protected override void Allocate(int count)
    {
        int length = checked(Info.ItemLength * count);
        if (_strings.Length != length)
            _strings = new string[length];
        Array.Fill(_strings, "");
        Length = length;
        if (isOutput)
            return;
        _value?.Dispose();
        _value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, Info.DimsFor(count));
    }

    public override void BindInput(OrtIoBinding binding) => binding.BindInput(Info.Name, _value!);

    public override void BindOutput(OrtIoBinding binding) => binding.BindOutputToDevice(Info.Name, OrtMemoryInfo.DefaultInstance);

    public override void BeforeRun(OrtIoBinding binding)
    {
        // After a run the binding holds an output's values, and the next run would have to give as many items.
        if (isOutput)
        {
            BindOutput(binding);
            return;
        }
        for (int i = 0; i < _strings.Length; i++)
            _value!.StringTensorSetElementAt(_strings[i] ?? "", i);
    }

    public override void AfterRun(OrtValue value)
    {
        if (value.GetTensorTypeAndShape().ElementDataType == TensorElementType.String)
        {
            _strings = value.GetStringTensorAsArray();
            Length = _strings.Length;
        }
        if (Info.OpenDim is not null)
            Count = (int)value.GetTensorTypeAndShape().Shape[0];
    }

    public override void Dispose() => _value?.Dispose();
}
