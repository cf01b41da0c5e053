using ModelGen.Onnx;
using ModelGen.Onnx.Wire;

namespace ModelGen.Conformance;

/// <summary>One question to the inference, with the answer.</summary>
/// <param name="Family">Where the model comes from: <c>zoo</c>, <c>node</c>, ….</param>
/// <param name="Name">The model; a run's number goes after a <c>#</c>.</param>
/// <param name="Model">The file's bytes.</param>
/// <param name="Outputs">The truth, by output name.</param>
internal sealed record ModelCase(string Family, string Name, byte[] Model, IReadOnlyDictionary<string, Expectation> Outputs)
{
    /// <summary>Family and name: <c>zoo/hf-bert-ts.onnx</c>.</summary>
    public string Id => Family + "/" + Name;

    /// <summary>What the inputs are fixed to.</summary>
    public ShapeFixes Fixes { get; init; } = ShapeFixes.None;

    /// <summary>Graph inputs whose values are known.</summary>
    public IReadOnlyDictionary<string, TensorProto> Values { get; init; } = new Dictionary<string, TensorProto>();

    /// <summary>Whether dims may stay unknown, because they depend on data; they may contradict the truth in no case.</summary>
    public bool MayBeOpen { get; init; }
}

/// <summary>What is true of an output. Dims that the truth leaves open ask for nothing.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Elements">For a sequence of tensors: the dims of its elements, which differ from each other.</param>
internal sealed record Expectation(ModelGen.Onnx.ValueType Type, IReadOnlyList<TensorShape>? Elements = null);
