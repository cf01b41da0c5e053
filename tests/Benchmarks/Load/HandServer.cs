using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Benchmarks;

/// <summary>Code by hand for several callers: one session, and bindings with buffers that callers borrow.</summary>
internal sealed class HandServer : IDisposable
{
    private readonly ModelInfo _info;
    private readonly long[] _inputDims;
    private readonly long[] _outputDims;
    private readonly InferenceSession _session;
    private readonly ConcurrentStack<Slot> _free = new();
    private readonly ConcurrentBag<Slot> _all = [];
    private readonly SemaphoreSlim? _turns;

    public HandServer(ModelInfo info, long[] inputDims, long[] outputDims, HandConfiguration configuration)
    {
        (_info, _inputDims, _outputDims) = (info, inputDims, outputDims);
        _session = Sessions.ByHand(info, configuration.Threads, configuration.Spins);
        _turns = configuration.AtOnce is { } limit ? new SemaphoreSlim(limit) : null;
    }

    public void Call(float[] numbers)
    {
        _turns?.Wait();
        Slot slot = _free.TryPop(out Slot? free) ? free : Add();
        numbers.CopyTo(slot.Input, 0);
        _session.RunWithBinding(slot.Options, slot.Binding);
        _free.Push(slot);
        _turns?.Release();
    }

    private Slot Add()
    {
        Slot slot = new(_session, _info, _inputDims, _outputDims);
        _all.Add(slot);
        return slot;
    }

    public void Dispose()
    {
        foreach (Slot slot in _all)
            slot.Dispose();
        _turns?.Dispose();
        _session.Dispose();
    }

    private sealed class Slot : IDisposable
    {
        private readonly OrtValue _inputValue;
        private readonly OrtValue _outputValue;

        public Slot(InferenceSession session, ModelInfo info, long[] inputDims, long[] outputDims)
        {
            Input = GC.AllocateArray<float>((int)inputDims.Aggregate((a, b) => a * b), pinned: true);
            _inputValue = OrtValue.CreateTensorValueFromMemory(Input, inputDims);
            _outputValue = OrtValue.CreateTensorValueFromMemory(GC.AllocateArray<float>((int)outputDims.Aggregate((a, b) => a * b), pinned: true), outputDims);
            Binding = session.CreateIoBinding();
            Binding.BindInput(info.Inputs[0].Name, _inputValue);
            Binding.BindOutput(info.Outputs[0].Name, _outputValue);
        }

        public float[] Input { get; }

        public RunOptions Options { get; } = new();

        public OrtIoBinding Binding { get; }

        public void Dispose()
        {
            Binding.Dispose();
            Options.Dispose();
            _inputValue.Dispose();
            _outputValue.Dispose();
        }
    }
}
