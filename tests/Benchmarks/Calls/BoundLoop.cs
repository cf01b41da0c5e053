using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Benchmarks;

/// <summary>The fastest loop that one can write by hand over ONNX Runtime's C# library: buffers bound once, and RunWithBinding.</summary>
internal sealed class BoundLoop : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;
    private readonly float[] _input;
    private readonly float[] _output;

    /// <summary>Loads a model of one input and one output.</summary>
    public BoundLoop(ModelInfo info, long[] inputDims, long[] outputDims)
    {
        _session = Sessions.ByHand(info);
        _input = GC.AllocateArray<float>((int)inputDims.Aggregate((a, b) => a * b), pinned: true);
        _output = GC.AllocateArray<float>((int)outputDims.Aggregate((a, b) => a * b), pinned: true);
        _inputValue = OrtValue.CreateTensorValueFromMemory(_input, inputDims);
        _outputValue = OrtValue.CreateTensorValueFromMemory(_output, outputDims);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(info.Inputs[0].Name, _inputValue);
        _binding.BindOutput(info.Outputs[0].Name, _outputValue);
    }

    /// <summary>One call: numbers in, network, one number out.</summary>
    public float Call(float[] numbers)
    {
        numbers.CopyTo(_input, 0);
        _session.RunWithBinding(_options, _binding);
        return _output[1];
    }

    public void Dispose()
    {
        _binding.Dispose();
        _inputValue.Dispose();
        _outputValue.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
