using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ModelGen.Benchmarks;

/// <summary>What most C# code does: a DenseTensor in a list of NamedOnnxValue, and the results as tensors.</summary>
internal sealed class NamedValueLoop(ModelInfo info, int[] inputDims) : IDisposable
{
    private readonly InferenceSession _session = Sessions.ByHand(info);
    private readonly string _inputName = info.Inputs[0].Name;

    /// <summary>One call: numbers in, network, one number out.</summary>
    public float Call(float[] numbers) => Scores(numbers)[1];

    /// <summary>One call with a tensor of its own, as preprocessing code makes it.</summary>
    public float CallWithTensor(float[] numbers)
    {
        DenseTensor<float> tensor = new(inputDims);
        numbers.CopyTo(tensor.Buffer.Span);
        return Scores(tensor)[1];
    }

    /// <summary>One call: numbers in, network, all scores out.</summary>
    public float[] Scores(float[] numbers) => Scores(new DenseTensor<float>(numbers, inputDims));

    private float[] Scores(DenseTensor<float> tensor)
    {
        List<NamedOnnxValue> inputs = [NamedOnnxValue.CreateFromTensor(_inputName, tensor)];
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = _session.Run(inputs);
        return results[0].AsEnumerable<float>().ToArray();
    }

    public void Dispose() => _session.Dispose();
}
