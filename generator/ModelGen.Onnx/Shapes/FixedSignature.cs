using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>The declared signature with the user's fixes put in: where every shape stage begins.</summary>
/// <param name="Signature">The types of inputs and outputs.</param>
/// <param name="Dims">The sizes of named dims, for use throughout the graph.</param>
internal sealed record FixedSignature(Signature Signature, FixedDims Dims)
{
    /// <summary>Sorts out what each fix means, binds named dims, and puts everything in.</summary>
    /// <remarks>
    /// Dims fixed by name come first, then shapes: where a shape's number meets a named dim it fixes that name everywhere. A fixed shape goes over the
    /// declared one, but may not contradict its numbers or its rank (MG2004).
    /// </remarks>
    public static FixedSignature Resolve(ParsedModel model, ShapeFixes fixes, ProblemBag problems)
    {
        ValueType[] inputs = [.. model.Inputs.Select(input => ValueTypes.FromProto(input.Type))];
        ValueType[] outputs = [.. model.Outputs.Select(output => ValueTypes.FromProto(output.Type))];
        var names = new FixableNames(model, inputs, outputs);
        var dims = new FixedDims();

        List<ShapeFix> shapes = [];
        foreach (ShapeFix fix in fixes.Items)
        {
            switch (names.Meaning(fix))
            {
                case FixTarget.Dim:
                    if (!dims.TryFix(fix.Name, fix.Shape.Dims[0].Size!.Value, fix.ToString(), out string earlier))
                        Contradiction(problems, fix, $"sizes '{fix.Name}' differently than {Printable.Quote(earlier)}");
                    break;
                case FixTarget.Value:
                    shapes.Add(fix);
                    break;
                default:
                    problems.Add(Rules.UnknownFixName, names.Explain(fix));
                    break;
            }
        }

        foreach (ShapeFix fix in shapes)
        {
            Put(fix, "input", model.Inputs, inputs, dims, problems);
            Put(fix, "output", model.Outputs, outputs, dims, problems);
        }
        return new FixedSignature(new Signature([.. inputs.Select(dims.Apply)], [.. outputs.Select(dims.Apply)], dims.ToArray()), dims);
    }

    private static void Put(ShapeFix fix, string what, IReadOnlyList<ValueInfoProto> values, ValueType[] types, FixedDims dims, ProblemBag problems)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Name != fix.Name)
                continue;
            if (types[i] is TensorType tensor)
                types[i] = tensor with { Shape = Merge(fix, what, tensor.Shape, dims, problems) };
            else
                Contradiction(problems, fix, $"gives a shape to the {what}, which is {types[i].ToText()}");
        }
    }

    private static TensorShape Merge(ShapeFix fix, string what, TensorShape? declared, FixedDims dims, ProblemBag problems)
    {
        if (declared is null)
            return fix.Shape;
        if (declared.Rank != fix.Shape.Rank)
        {
            Contradiction(problems, fix, $"has {fix.Shape.Rank} dims, but the {what} is declared with {declared.Rank}: {declared}");
            return declared;
        }

        var merged = new Dim[declared.Rank];
        for (int i = 0; i < merged.Length; i++)
        {
            Dim dim = declared.Dims[i];
            merged[i] = dim;
            if (fix.Shape.Dims[i].Size is not long size)
                continue;
            if (dim.Size is long known && known != size)
                Contradiction(problems, fix, $"sets dim {i} to {size}, but the {what} is declared as {declared}");
            else if (dim.Symbol is { } name && !dims.TryFix(name, size, fix.ToString(), out string earlier))
                Contradiction(problems, fix, $"sets dim {i}, which is {Printable.Quote(name)}, to {size}, but {Printable.Quote(earlier)} sets it otherwise");
            else if (dim.Symbol is null)
                merged[i] = Dim.Known(size);
        }
        return new TensorShape(new(merged));
    }

    private static void Contradiction(ProblemBag problems, ShapeFix fix, string how) =>
        problems.Add(Rules.ShapeContradiction, $"The fixed shape {Printable.Quote(fix.ToString())} {how}. Write what the model has, or ? for that dim, or leave it out.");
}
