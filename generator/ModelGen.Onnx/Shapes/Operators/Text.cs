namespace ModelGen.Onnx.Operators;

/// <summary>Operators on text.</summary>
internal static class Text
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Text",
    [
        new("RegexFullMatch", [20], node => node.Set(0, ElementType.Bool, node.Shape(0))),
        new("StringConcat", [20], node => ElementRules.Binary(node, ElementType.String, null)),
        new("StringNormalizer", [10], Normalize) { DataDependent = "the number of words that are not stop words" },
        new("StringSplit", [20], Split) { DataDependent = "the largest number of parts" },
        new("TfIdfVectorizer", [9], Vectorize),
    ]);

    private static void Normalize(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        if (shape is not null && !(shape.Rank == 1 || (shape.Rank == 2 && shape.Dims[0].Size is null or 1)))
            throw node.Fail($"needs words as [C] or [1, C] in {node.Name(0)}, which is {shape}");
        if (node.Count("stopwords") == 0)
        {
            node.Set(0, ElementType.String, shape);
            return;
        }
        node.Lose("leaves stop words out, and how many there are is only known when it runs");
        if (shape is null)
            node.Set(0, ElementType.String, shape);
        else if (shape.Rank == 1)
            node.Set(0, ElementType.String, Dim.Unknown);
        else
            node.Set(0, ElementType.String, Dim.Known(1), Dim.Unknown);
    }

    private static void Split(NodeContext node)
    {
        node.Lose("splits text into as many parts as there are");
        TensorShape? shape = node.Shape(0);
        node.Set(0, ElementType.String, shape is null ? null : new TensorShape(new([.. shape.Dims, Dim.Unknown])));
        node.Set(1, ElementType.Int64, shape);
    }

    private static void Vectorize(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        if (shape is { Rank: > 2 })
            throw node.Fail($"needs [C] or [N, C] in {node.Name(0)}, which is {shape}");
        Dim columns = Columns(node);
        if (shape is null)
            node.Set(0, ElementType.Float, (TensorShape?)null);
        else if (shape.Rank == 2)
            node.Set(0, ElementType.Float, shape.Dims[0], columns);
        else
            node.Set(0, ElementType.Float, columns);
    }

    private static Dim Columns(NodeContext node)
    {
        if (node.Attribute("ngram_indexes")?.Dropped is not null)
        {
            node.Lose("has more n-grams than are read when the program is compiled, and the largest of their indexes is its number of columns");
            return Dim.Unknown;
        }
        if (node.Ints("ngram_indexes") is not { Length: > 0 } indexes)
            throw node.Fail("has no ngram_indexes, which say its number of columns");
        return DimMath.OfSize(indexes.Max()).Plus(1);
    }
}
