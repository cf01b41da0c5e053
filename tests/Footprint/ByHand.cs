using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Footprint;

/// <summary>ONNX Runtime's C# library, with buffers bound once.</summary>
internal sealed class ByHand : ILoaded
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input;
    private readonly OrtValue _output;
    private readonly float[] _scores;

    public ByHand(ModelInfo info, long[] inputDims, long[] outputDims, bool isOptimised)
    {
        string path = Path.Combine(AppContext.BaseDirectory, info.FileName);
        _session = isOptimised ? Optimised(path, info) : Plain(path, info);
        _scores = new float[outputDims.Aggregate((a, b) => a * b)];
        _input = OrtValue.CreateTensorValueFromMemory(Numbers.Of(inputDims), inputDims);
        _output = OrtValue.CreateTensorValueFromMemory(_scores, outputDims);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(info.Inputs[0].Name, _input);
        _binding.BindOutput(info.Outputs[0].Name, _output);
    }

    private static InferenceSession Plain(string path, ModelInfo info)
    {
        using SessionOptions options = Options(info);
        return new InferenceSession(path, options);
    }

    // The first time it writes what ONNX Runtime made of the graph; later processes start from that.
    private static InferenceSession Optimised(string path, ModelInfo info)
    {
        string optimised = path + ".optimised.onnx";
        if (!File.Exists(optimised))
        {
            using SessionOptions writing = Options(info);
            writing.OptimizedModelFilePath = optimised;
            using InferenceSession written = new(path, writing);
        }
        using SessionOptions options = Options(info);
        options.GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL;
        return new InferenceSession(optimised, options);
    }

    private static SessionOptions Options(ModelInfo info)
    {
        SessionOptions options = new() { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        foreach ((string name, long size) in info.FixedDims)
            options.AddFreeDimensionOverrideByName(name, size);
        return options;
    }

    public float Call()
    {
        _session.RunWithBinding(_options, _binding);
        return _scores[1];
    }

    public void Dispose()
    {
        _binding.Dispose();
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
