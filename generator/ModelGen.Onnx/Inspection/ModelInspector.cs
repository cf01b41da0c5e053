namespace ModelGen.Onnx;

/// <summary>Reads ONNX files for people: all that <see cref="ModelReader"/> gives, and operators, weights and memory besides.</summary>
public static class ModelInspector
{
    /// <summary>Reads a file. Bad input becomes problems, never an exception.</summary>
    /// <param name="path">The .onnx file. Its weights are not read; files beside it that hold weights are looked up but never opened.</param>
    /// <param name="fixes">Shapes and dims that the user fixed; their own problems are reported along.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static Inspection Inspect(string path, ShapeFixes fixes, CancellationToken cancellationToken)
    {
        Inspection? inspection = null;
        ModelReading reading = ReadingPipeline.Default.Run(
            () => ModelFile.Open(path), fixes, cancellationToken, (model, signature) => inspection = Look(model, signature, fixes, cancellationToken));
        return inspection is null ? new Inspection { Reading = reading } : inspection with { Reading = reading };
    }

    private static Inspection Look(ParsedModel model, Signature signature, ShapeFixes fixes, CancellationToken cancellation)
    {
        // The shape stage has reported the fixes' problems already.
        FixedSignature declared = FixedSignature.Resolve(model, fixes, new ProblemBag());
        return new Inspection
        {
            Reading = new ModelReading(null, default),
            DeclaredInputs = new(declared.Signature.Inputs),
            DeclaredOutputs = new(declared.Signature.Outputs),
            Operators = OperatorCounter.Count(model.Proto, cancellation),
            WeightBytes = WeightMeter.Bytes(model.Proto, cancellation),
            ActivationBytes = ActivationMeter.Peak(model, name => signature.Values.TryGetValue(name, out Fact fact) ? fact.Type : null, cancellation),
        };
    }
}
