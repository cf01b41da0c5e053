using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>All that the reports of <c>inspect</c> show.</summary>
/// <param name="Path">The model as it was given.</param>
/// <param name="Inspection">What was read.</param>
/// <param name="Fixes">What the user fixed.</param>
/// <param name="Sha256">The file's hash in lower-case hexadecimal; empty when it can't be read.</param>
internal sealed record InspectReport(string Path, Inspection Inspection, ShapeFixes Fixes, string Sha256)
{
    /// <summary>The facts; null when the file could not be read.</summary>
    internal ModelFacts? Facts => Inspection.Reading.Facts;

    /// <summary>Everything that is wrong.</summary>
    internal EquatableArray<Problem> Problems { get; } = new(Inspection.Reading.Problems.Concat(LostShapes(Inspection.Reading.Facts)));

    /// <summary>The bytes that the model needs while it runs: weights and activations; null when unknown.</summary>
    internal long? MemoryBytes => Inspection is { WeightBytes: { } weights, ActivationBytes: { } activations } && weights <= long.MaxValue - activations
        ? weights + activations
        : null;

    // Shapes that stay open although the inputs' are known, with the node that is to blame. What is open because an input is, is no problem of its own.
    private static IEnumerable<Problem> LostShapes(ModelFacts? facts)
    {
        foreach (OutputFact output in facts?.Outputs ?? default)
        {
            if (output is { Loss: { FromOpenDims: false } loss, Type: TensorType { Shape: { } shape } })
            {
                yield return new Problem(
                    Rules.LostShape,
                    Printable.Line($"The output {Printable.Quote(output.Name)} is {shape}: what is open is only known when the model runs, because {loss.Node} {loss.Why}."),
                    loss.Node);
            }
        }
    }
}
