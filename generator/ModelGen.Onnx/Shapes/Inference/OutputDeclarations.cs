namespace ModelGen.Onnx;

/// <summary>Holds the inferred type of an output against what the file declares and the user fixed.</summary>
internal static class OutputDeclarations
{
    /// <summary>The type that counts: the inferred one, filled from the declaration where inference knows nothing.</summary>
    /// <param name="name">The output.</param>
    /// <param name="inferred">Its inferred type.</param>
    /// <param name="declared">Its declared type with the user's fixes put in.</param>
    /// <param name="fixes">What the user fixed.</param>
    /// <param name="problems">Takes contradictions.</param>
    public static ValueType Settle(string name, ValueType inferred, ValueType declared, ShapeFixes fixes, ProblemBag problems)
    {
        TensorShape? fixedShape = declared is TensorType { Shape: { } whole } ? fixes.Items.FirstOrDefault(fix => fix.Name == name && fix.Target != FixTarget.Dim && fix.Shape.Rank == whole.Rank)?.Shape : null;
        if (!Refine.Contradict(inferred, declared))
            return Fix(Refine.Fill(inferred, declared), fixedShape);

        if (fixedShape is not null && inferred is TensorType { Shape: { } shape } && Refine.Contradict(shape, fixedShape))
        {
            problems.Add(Rules.ShapeContradiction, $"The fixed shape {Printable.Quote($"{name}={string.Join("x", fixedShape.Dims)}")} contradicts the graph, which computes {shape} for that output. "
                + "Leave it out: outputs follow from the inputs' shapes.");
        }
        else
        {
            problems.Add(Rules.StaleDeclaration, $"The output {Printable.Quote(name)} is declared as {declared.ToText()}, but the graph computes {inferred.ToText()}, which counts. "
                + "Export the model again if you need the file itself to say so.");
        }
        return inferred;
    }

    // What the user says of an output's open dims counts: nothing else knows them.
    private static ValueType Fix(ValueType type, TensorShape? fixedShape) => type is TensorType { Shape: { } shape } tensor && fixedShape is not null
        ? tensor with { Shape = new TensorShape(new(shape.Dims.Zip(fixedShape.Dims, (dim, wanted) => dim.IsKnown || !wanted.IsKnown ? dim : wanted))) }
        : type;
}
