using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Names parts of a model in messages.</summary>
internal static class Describe
{
    // Enough for people to find the one they meant, and still one line.
    private const int ListLength = 12;

    /// <summary>A node as <c>Conv 'conv1'</c>; one without a name by its first output.</summary>
    public static string Node(NodeProto node)
    {
        string name = node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault(output => output.Length > 0) ?? "";
        return Printable.Line(Operator(node), Printable.NameLength) + " " + Printable.Quote(name);
    }

    /// <summary>An operator as <c>Conv</c>, or <c>com.microsoft.Gelu</c> outside the standard domain.</summary>
    public static string Operator(NodeProto node) =>
        Domains.IsStandard(node.Domain) ? node.OpType : node.Domain + "." + node.OpType;

    /// <summary>Names in quotes with commas; the first dozen, then how many more there are.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return "none";
        string list = string.Join(", ", names.Take(ListLength).Select(name => Printable.Quote(name)));
        return names.Count > ListLength ? $"{list} and {names.Count - ListLength} more" : list;
    }
}
