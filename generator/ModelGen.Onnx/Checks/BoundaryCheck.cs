using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>MG1013, MG1014, MG2002, MG2003 and MG2006: can every input and output, with the shape it has by now, be handed over as a tensor?</summary>
internal static class BoundaryCheck
{
    // The runtime's shape types exist by arity up to 8.
    private const int HighestRank = 8;

    /// <summary>Checks the signature as the shape stage left it.</summary>
    public static void Run(ParsedModel model, Signature signature, ProblemBag problems)
    {
        for (int i = 0; i < model.Inputs.Count; i++)
            Check("Input", model.Inputs[i], signature.Inputs[i], null, problems);
        for (int i = 0; i < model.Outputs.Count; i++)
            Check("Output", model.Outputs[i], signature.Outputs[i], signature.LossOf(i), problems);
    }

    private static void Check(string what, ValueInfoProto value, ValueType type, ShapeLoss? loss, ProblemBag problems)
    {
        if (type is not TensorType tensor)
        {
            problems.Add(Rules.NotATensor, () => $"{Subject(what, value)} is {type.ToText()}, but only tensors can be handed over. {Advice(type)}");
            return;
        }
        if (!tensor.Element.CrossesBoundary())
        {
            problems.Add(Rules.ElementTypeUnsupported, () => $"{Subject(what, value)} is a tensor of {tensor.Element.ToName()}, which ONNX Runtime can't hand to or take from .NET. "
                + "Let the graph cast it (Cast to float or uint8) before the boundary.");
        }
        if (tensor.Shape is not TensorShape shape)
        {
            string lost = loss is null ? "" : $" It was lost at {loss.Node}, which {loss.Why}.";
            problems.Add(Rules.UnknownRank, () => $"{Subject(what, value)} states no shape, not even the number of dims.{lost} Fix it, as in {Name(value)}=1x3x224x224 "
                + "(? keeps a dim open), or export the model with its shapes.", () => loss?.Node);
            return;
        }
        if (shape.Rank > HighestRank)
            problems.Add(Rules.RankTooHigh, () => $"{Subject(what, value)} has {shape.Rank} dims; tensors have at most {HighestRank} here. Let the graph reshape it before the boundary.");

        CheckNegative(what, value, shape, problems);
        long? elements = TensorSize.Elements(shape.Dims.Select(dim => dim.Size ?? 1));
        if (elements is null or > int.MaxValue)
        {
            problems.Add(Rules.AbsurdDim, () => $"{Subject(what, value)} has {shape}, more than the 2,147,483,647 elements that a .NET array or span can hold. "
                + "Fix smaller dims, or cut the model.");
        }
    }

    private static void CheckNegative(string what, ValueInfoProto value, TensorShape shape, ProblemBag problems)
    {
        TensorShapeProto declared = value.Type?.TensorType?.Shape ?? new TensorShapeProto();
        for (int i = 0; i < Math.Min(declared.Dim.Count, shape.Rank); i++)
        {
            if (declared.Dim[i].HasDimValue && declared.Dim[i].DimValue < 0 && !shape.Dims[i].IsKnown)
            {
                int bad = i;
                problems.Add(Rules.AbsurdDim, () => $"{Subject(what, value)} declares {declared.Dim[bad].DimValue} as dim {bad}, which is no size. "
                    + $"If it means any size, fix it, as in {Name(value)}={Example(shape, bad)}.");
            }
        }
    }

    private static string Advice(ValueType type) => type switch
    {
        SequenceType { Element: MapType } or MapType =>
            "Export the classifier without its dictionary of probabilities: skl2onnx option zipmap=False.",
        SequenceType => "Let the graph stack it into a tensor (ConcatFromSequence), or take one element (SequenceAt).",
        OptionalType => "Let the graph unwrap it (OptionalGetElement), or export the model without the optional part.",
        SparseTensorType => "Let the exporter write it dense.",
        _ => "Export the model again with typed inputs and outputs.",
    };

    private static string Example(TensorShape shape, int fixedDim) =>
        string.Join("x", shape.Dims.Select((dim, i) => dim.IsKnown ? dim.ToString() : i == fixedDim ? "1" : "?"));

    private static string Subject(string what, ValueInfoProto value) => what + " " + Printable.Quote(value.Name);

    private static string Name(ValueInfoProto value) => Printable.Line(value.Name, Printable.NameLength);
}
