namespace ModelGen.Onnx;

/// <summary>Shapes as the file declares them, with what the user fixed put in; nothing is inferred.</summary>
internal sealed class DeclaredShapes : IShapeStage
{
    /// <inheritdoc/>
    public Signature Resolve(ParsedModel model, ShapeFixes fixes, ProblemBag problems, CancellationToken cancellation) =>
        FixedSignature.Resolve(model, fixes, problems).Signature;
}
