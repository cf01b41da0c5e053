using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Says where elements that are not known come from. Kept as what it is until somebody asks: nearly nobody does.</summary>
internal static class ValueSource
{
    /// <summary>A clause for the end of a sentence, with its colon; empty when unknown.</summary>
    public static string Describe(object? source) => source switch
    {
        ValueInfoProto input => $": they come from the graph input {Printable.Quote(input.Name)}",
        TensorProto { Dropped: not null } tensor => $": the constant {Printable.Quote(tensor.Name)} is too large to be followed",
        TensorProto tensor => $": the constant {Printable.Quote(tensor.Name)} has no elements in the file that could be followed",
        NodeProto node => $": they come from {Onnx.Describe.Node(node)}",
        ShapeLoss loss => $": they are dims that depend on {loss.Node}",
        OpenDims open => $": they come from open dims of {Printable.Quote(open.Name)}",
        _ => "",
    };
}
