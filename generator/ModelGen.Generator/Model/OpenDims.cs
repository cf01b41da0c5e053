using ModelGen.Onnx;
using ValueType = ModelGen.Onnx.ValueType;

namespace ModelGen.Generator;

/// <summary>Checks that only first dims are open, for those become batches.</summary>
internal static class OpenDims
{
    internal static void Check(ModelFacts facts, ProblemList problems)
    {
        bool anyInput = false;
        foreach (InputFact input in facts.Inputs)
            foreach (int dim in Open(input.Type))
            {
                anyInput = true;
                problems.Add(GeneratorRules.OpenDim, Message("input", input.Name, ((TensorType)input.Type).Shape!, dim));
            }
        foreach (OutputFact output in facts.Outputs)
            foreach (int dim in Open(output.Type))
                Check(output, dim, anyInput, problems);
    }

    // What only follows from open inputs is settled with them.
    private static void Check(OutputFact output, int dim, bool anyInput, ProblemList problems)
    {
        TensorShape shape = ((TensorType)output.Type).Shape!;
        if (output.Loss is { FromOpenDims: false } loss)
            problems.Add(Rules.LostShape, LostMessage(output, shape, dim, loss));
        else if (!anyInput)
            problems.Add(GeneratorRules.OpenDim, Message("output", output.Name, shape, dim));
    }

    private static IEnumerable<int> Open(ValueType type) => type is TensorType { Shape: { } shape }
        ? Enumerable.Range(1, Math.Max(0, shape.Rank - 1)).Where(dim => !shape.Dims[dim].IsKnown)
        : [];

    private static string LostMessage(OutputFact output, TensorShape shape, int dim, ShapeLoss loss) =>
        $"{Place("output", output.Name, shape, dim)} can't be known when the program is compiled: {loss.Node} {loss.Why}. "
        + $"If it is always the same for your inputs, say so at the item: ModelGenShapes=\"{Fix(output.Name, shape, dim)}\", with the size that the model gives; "
        + "if it is not, end the model before that node.";

    private static string Place(string role, string name, TensorShape shape, int index)
    {
        string what = shape.Dims[index].Symbol is { } symbol ? $"'{Printable.Line(symbol)}'" : "unnamed";
        return $"dim {index} ({what}) of the {role} '{Printable.Line(name)}', {Printable.Line(shape.ToString())},";
    }

    private static string Message(string role, string name, TensorShape shape, int index) =>
        $"{Place(role, name, shape, index)} is open, and only the first dim of a tensor may be. "
        + $"Fix it at the item: ModelGenShapes=\"{Fix(name, shape, index)}\", with the size you need.";

    /// <summary>The metadata that fixes it, with an example for the size: by the dim's name, else the whole shape.</summary>
    private static string Fix(string name, TensorShape shape, int index)
    {
        // Tensors of rank 4 are pictures as a rule, and most networks take them at 224×224.
        string example = shape.Rank == 4 ? "224" : "16";
        if (shape.Dims[index].Symbol is { } symbol && symbol.IndexOfAny([';', '=', '"', '\n']) < 0)
            return Printable.Line(symbol) + "=" + example;
        IEnumerable<string> dims = shape.Dims.Select((dim, i) => dim.IsKnown ? dim.ToString() : i == 0 ? "1" : example);
        return Printable.Line(name) + "=" + string.Join("x", dims);
    }
}
