namespace ModelGen.Onnx;

/// <summary>
/// The stage that settles shapes. An implementation that infers through the whole graph begins with <see cref="FixedSignature.Resolve"/> as well, takes
/// its inputs and <see cref="FixedSignature.Dims"/> as given, walks <see cref="ParsedModel.Proto"/>, and corrects the outputs.
/// </summary>
internal interface IShapeStage
{
    /// <summary>Gives the types of all inputs and outputs; what stays unknown is unknown in them, not a problem of this stage.</summary>
    /// <param name="model">The parsed model; its constants up to 4 KB are there, bigger ones say only how big they were.</param>
    /// <param name="fixes">What the user fixed.</param>
    /// <param name="problems">Takes what is wrong with the fixes.</param>
    /// <param name="cancellation">Ends the stage.</param>
    Signature Resolve(ParsedModel model, ShapeFixes fixes, ProblemBag problems, CancellationToken cancellation);
}
