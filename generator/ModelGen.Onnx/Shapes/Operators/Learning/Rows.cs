namespace ModelGen.Onnx.Operators;

/// <summary>What the operators of classical machine learning have in common: they take one row of features an item.</summary>
internal static class Rows
{
    /// <summary>A row of the table in the domain ai.onnx.ml.</summary>
    public static Operator Op(string name, ShapeRule rule, params int[] versions) =>
        new(name, versions.Length > 0 ? versions : [1], rule) { Domain = Domains.MachineLearning };

    /// <summary>The number of rows in the first input. A vector is one row (the kernels of ONNX Runtime 1.31).</summary>
    public static Dim Count(NodeContext node, bool onlyMatrices = false) => node.Shape(0) switch
    {
        null => Dim.Unknown,
        { Rank: 1 } when !onlyMatrices => Dim.Known(1),
        { Rank: 2 } shape => shape.Dims[0],
        var shape => throw node.Fail($"needs {(onlyMatrices ? "2 dims" : "1 or 2 dims")}, rows of features, in {node.Name(0)}, which is {shape}"),
    };

    /// <summary>The elements of a list attribute as a dim; those of a list that was too long to keep may be unknown.</summary>
    public static Dim Length(NodeContext node, string attribute)
    {
        if (node.Count(attribute) is long count)
            return Dim.Known(count);
        node.Lose($"has a list {attribute} that is too long to be counted");
        return Dim.Unknown;
    }

    /// <summary>The longer of two list attributes of which one is there.</summary>
    public static Dim Length(NodeContext node, string strings, string integers) =>
        node.Attribute(strings) is not null && node.Count(strings) is not 0 ? Length(node, strings) : Length(node, integers);

    /// <summary>The type of class labels: text where the node lists texts, else integers.</summary>
    public static ElementType LabelType(NodeContext node, string strings) => node.Count(strings) is 0 ? ElementType.Int64 : ElementType.String;
}
