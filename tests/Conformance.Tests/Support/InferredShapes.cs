using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Stands in for inference until it exists: declared shapes.</summary>
internal sealed class InferredShapes(IReadOnlyDictionary<string, TensorProto>? values = null) : IShapeStage
{
    /// <summary>What is known of the inputs' values.</summary>
    public IReadOnlyDictionary<string, TensorProto> Values { get; } = values ?? new Dictionary<string, TensorProto>();

    /// <inheritdoc/>
    public Signature Resolve(ParsedModel model, ShapeFixes fixes, ProblemBag problems, CancellationToken cancellation) =>
        new DeclaredShapes().Resolve(model, fixes, problems, cancellation);
}
