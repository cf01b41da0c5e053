namespace ModelGen.Onnx.Operators;

/// <summary>What the rules of ONNX Runtime's own operators share. Their facts are those of the runtime's docs/ContribOperators.md and kernels, release 1.31.</summary>
internal static class Contrib
{
    /// <summary>A row of the table in the domain com.microsoft, whose operators all have version 1.</summary>
    public static Operator Op(string name, ShapeRule rule) => new(name, [1], rule) { Domain = Domains.Microsoft };

    /// <summary>The first outputs are like an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="outputs">How many outputs.</param>
    public static ShapeRule Like(int input = 0, int outputs = 1) => node =>
    {
        for (int i = 0; i < outputs; i++)
            node.Set(i, node.Element(input), node.Shape(input));
    };

    /// <summary>The output has the first input's shape and the element type of another input.</summary>
    public static ShapeRule LikeOfType(int element) => node => node.Set(0, node.Element(element), node.Shape(0));

    /// <summary>The output has the first input's shape and that element type.</summary>
    public static ShapeRule LikeOf(ElementType element) => node => node.Set(0, element, node.Shape(0));

    /// <summary>The last dim; unknown when there is none.</summary>
    public static Dim Last(this TensorShape? shape) => shape is { Rank: > 0 } ? shape.Dims[shape.Rank - 1] : Dim.Unknown;

    /// <summary>The same dims but the last; null when the rank is unknown.</summary>
    public static TensorShape? WithLast(this TensorShape? shape, Dim last) =>
        shape is { Rank: > 0 } ? new TensorShape(new([.. shape.Dims.Take(shape.Rank - 1), last])) : null;

    /// <summary>A required attribute that counts something.</summary>
    public static long Positive(NodeContext node, string attribute) => node.Int(attribute) is long value && value > 0
        ? value
        : throw node.Fail($"needs {attribute} of at least 1, but {(node.Int(attribute) is long given ? $"has {given}" : "has none")}");

    /// <summary>Two descriptions of sizes that have to be equal.</summary>
    public static void CheckEqual(NodeContext node, Dim left, string leftName, Dim right, string rightName)
    {
        if (left.IsKnown && right.IsKnown && left != right)
            throw node.Fail($"needs {leftName} and {rightName} to be equal, but they are {left} and {right}");
    }

    /// <summary>The size of a head.</summary>
    /// <param name="node">The node.</param>
    /// <param name="hidden">The size of all heads together.</param>
    /// <param name="heads">Their number.</param>
    public static Dim HeadSize(NodeContext node, Dim hidden, long heads) => hidden.Size % heads is > 0
        ? throw node.Fail($"needs a hidden size that can be divided into {heads} heads, but has {hidden}")
        : hidden.Over(heads);

    /// <summary>The three outputs of an LSTM without a dim for layouts: all steps, the last state, the last cell.</summary>
    /// <param name="node">The node; its first input is steps × batch × features.</param>
    /// <param name="hidden">The size of the state where no attribute says it.</param>
    public static void SetLstm(NodeContext node, Dim hidden)
    {
        TensorShape? input = node.Shape(0, rank: 3);
        Dim directions = Dim.Known(node.Text("direction", "forward") == "bidirectional" ? 2 : 1);
        Dim state = node.Int("hidden_size") is long size ? DimMath.OfSize(size) : hidden;
        node.Set(0, node.Element(0), input.At(0), directions, input.At(1), state);
        node.Set(1, node.Element(0), directions, input.At(1), state);
        node.Set(2, node.Element(0), directions, input.At(1), state);
    }
}
