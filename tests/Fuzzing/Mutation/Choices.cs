using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>What mutators choose from.</summary>
internal static class Choices
{
    private static readonly long[] s_extremes =
    [
        0, 1, -1, 2, 3, 7, -2, 127, 128, 255, 256, -128, 1000, 65_535, 65_536, 16_777_217, int.MaxValue, int.MinValue, (long)int.MaxValue + 1, uint.MaxValue,
        1L << 40, 1L << 53, 1L << 62, long.MaxValue, long.MaxValue - 1, long.MinValue, long.MinValue + 1,
    ];

    private static readonly float[] s_floats =
        [0, -0f, 1, -1, 0.5f, 0.7f, 1e-30f, 1e30f, float.MaxValue, float.MinValue, float.Epsilon, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    /// <summary>One of the items.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>A number at some edge.</summary>
    public static long Extreme(this Random random) => random.Pick(s_extremes);

    /// <summary>A number at some edge, for dims: most of them small, so that the graph around still makes sense.</summary>
    public static long Dim(this Random random) => random.Next(3) == 0 ? random.Extreme() : random.Next(0, 9);

    /// <summary>A number at some edge.</summary>
    public static float ExtremeFloat(this Random random) => random.Pick(s_floats);

    /// <summary>The graph and the graphs within it, bodies of functions' nodes included.</summary>
    public static List<GraphProto> Graphs(this ModelProto model)
    {
        List<GraphProto> graphs = [];
        var open = new Stack<GraphProto>();
        if (model.Graph is not null)
            open.Push(model.Graph);
        foreach (NodeProto node in model.Functions.SelectMany(function => function.Node))
            Bodies(node).ForEach(open.Push);
        while (open.TryPop(out GraphProto? graph))
        {
            graphs.Add(graph);
            foreach (NodeProto node in graph.Node)
                Bodies(node).ForEach(open.Push);
        }
        return graphs;
    }

    /// <summary>Every node, those of subgraphs and functions included.</summary>
    public static List<NodeProto> Nodes(this ModelProto model) =>
        [.. model.Graphs().SelectMany(graph => graph.Node), .. model.Functions.SelectMany(function => function.Node)];

    /// <summary>Every tensor: initializers and those of attributes.</summary>
    public static List<TensorProto> Tensors(this ModelProto model) =>
    [
        .. model.Graphs().SelectMany(graph => graph.Initializer),
        .. model.Nodes().SelectMany(node => node.Attribute).Where(attribute => attribute.T is not null).Select(attribute => attribute.T),
    ];

    private static List<GraphProto> Bodies(NodeProto node) =>
        [.. node.Attribute.SelectMany(attribute => attribute.G is null ? attribute.Graphs : attribute.Graphs.Append(attribute.G))];
}
