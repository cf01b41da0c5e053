using ModelGen.Onnx;

namespace ModelGen.Conformance;

/// <summary>Shapes as the file declares them, with the fixed dims put in and nothing inferred: the baseline.</summary>
internal sealed class DeclaredShapes : IShapeStage
{
    /// <inheritdoc/>
    public Signature Resolve(ParsedModel model, ShapeFixes fixes, ProblemBag problems, CancellationToken cancellation) =>
        FixedSignature.Resolve(model, fixes, problems).Signature;
}
