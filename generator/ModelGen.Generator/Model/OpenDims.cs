using ModelGen.Onnx;
using ValueType = ModelGen.Onnx.ValueType;

namespace ModelGen.Generator;

/// <summary>Checks that only first dims are open, for those become batches.</summary>
internal static class OpenDims
{
    internal static void Check(ModelFacts facts, ProblemList problems)
    {
        foreach (InputFact input in facts.Inputs)
            Check("input", input.Name, input.Type, problems);
        foreach (OutputFact output in facts.Outputs)
            Check("output", output.Name, output.Type, problems);
    }

    private static void Check(string role, string name, ValueType type, ProblemList problems)
    {
        if (type is not TensorType { Shape: { } shape })
            return;
        for (int i = 1; i < shape.Rank; i++)
        {
            if (!shape.Dims[i].IsKnown)
                problems.Add(GeneratorRules.OpenDim, Message(role, name, shape, i));
        }
    }

    private static string Message(string role, string name, TensorShape shape, int index)
    {
        string what = shape.Dims[index].Symbol is { } symbol ? $"'{Printable.Line(symbol)}'" : "unnamed";
        string place = $"dim {index} ({what}) of the {role} '{Printable.Line(name)}', {Printable.Line(shape.ToString())}, is open";
        return $"{place}, and only the first dim of a tensor may be. Fix it at the item: ModelGenShapes=\"{Fix(name, shape, index)}\", with the size you need.";
    }

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
