using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Benchmarks;

/// <summary>The best that one writes by hand for several threads: one session, and a binding with buffers for each thread.</summary>
internal sealed class BoundLoops : IDisposable
{
    private readonly InferenceSession _session = Sessions.ByHand(Digits.Info);
    private readonly float[][] _inputs;
    private readonly List<IDisposable> _values = [];
    private readonly OrtIoBinding[] _bindings;
    private readonly RunOptions[] _options;

    public BoundLoops(int callers)
    {
        _inputs = [.. Enumerable.Range(0, callers).Select(_ => GC.AllocateArray<float>(64, pinned: true))];
        _options = [.. _inputs.Select(_ => new RunOptions())];
        _bindings = [.. _inputs.Select(Bind)];
    }

    public void Call(int caller, float[] numbers)
    {
        numbers.CopyTo(_inputs[caller], 0);
        _session.RunWithBinding(_options[caller], _bindings[caller]);
    }

    private OrtIoBinding Bind(float[] input)
    {
        OrtIoBinding binding = _session.CreateIoBinding();
        OrtValue image = OrtValue.CreateTensorValueFromMemory(input, [1, 1, 8, 8]);
        OrtValue probabilities = OrtValue.CreateTensorValueFromMemory(GC.AllocateArray<float>(10, pinned: true), [1, 10]);
        binding.BindInput(Digits.Info.Inputs[0].Name, image);
        binding.BindOutput(Digits.Info.Outputs[0].Name, probabilities);
        _values.AddRange([image, probabilities]);
        return binding;
    }

    public void Dispose()
    {
        foreach (OrtIoBinding binding in _bindings)
            binding.Dispose();
        foreach (IDisposable value in _values)
            value.Dispose();
        foreach (RunOptions options in _options)
            options.Dispose();
        _session.Dispose();
    }
}
