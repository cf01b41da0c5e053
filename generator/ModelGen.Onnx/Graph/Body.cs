using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>A list of nodes with what belongs to it: the main graph, a subgraph, or a function.</summary>
internal readonly record struct Body
{
    private Body(GraphProto? graph, FunctionProto? function) => (Graph, Function) = (graph, function);

    /// <summary>The graph; null for a function.</summary>
    public GraphProto? Graph { get; }

    /// <summary>The function; null for a graph.</summary>
    public FunctionProto? Function { get; }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<NodeProto> Nodes => Graph?.Node ?? Function?.Node ?? (IReadOnlyList<NodeProto>)[];

    /// <summary>The dense initializers; functions have none.</summary>
    public IReadOnlyList<TensorProto> Initializers => Graph?.Initializer ?? (IReadOnlyList<TensorProto>)[];

    /// <summary>The sparse initializers; functions have none.</summary>
    public IReadOnlyList<SparseTensorProto> SparseInitializers => Graph?.SparseInitializer ?? (IReadOnlyList<SparseTensorProto>)[];

    /// <summary>A function's attributes with default values; graphs have none.</summary>
    public IReadOnlyList<AttributeProto> Defaults => Function?.AttributeProto ?? (IReadOnlyList<AttributeProto>)[];

    /// <summary>All bodies of a model: the main graph first, then its functions and all subgraphs.</summary>
    public static IEnumerable<Body> All(ModelProto model)
    {
        var open = new Stack<Body>(model.Functions.Reverse().Select(function => new Body(null, function)));
        if (model.Graph is not null)
            open.Push(new(model.Graph, null));
        return Walk(open);
    }

    /// <summary>A function's body and all subgraphs in it.</summary>
    public static IEnumerable<Body> All(FunctionProto function) => Walk(new Stack<Body>([new(null, function)]));

    /// <summary>The graphs that an attribute holds.</summary>
    public static IEnumerable<GraphProto> Graphs(AttributeProto attribute) =>
        attribute.G is { } graph ? attribute.Graphs.Prepend(graph) : attribute.Graphs;

    // A stack of our own rather than nested iterators: nesting costs nothing then.
    private static IEnumerable<Body> Walk(Stack<Body> open)
    {
        while (open.Count > 0)
        {
            Body body = open.Pop();
            yield return body;
            foreach (NodeProto node in body.Nodes)
                if (node.Attribute.Count > 0)
                    Push(node.Attribute, open);
            Push(body.Defaults, open);
        }
    }

    // By index: this goes over every attribute of the file, and enumerating repeated fields allocates.
    private static void Push(IReadOnlyList<AttributeProto> attributes, Stack<Body> open)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            if (attributes[i].G is null && attributes[i].Graphs.Count == 0)
                continue;
            foreach (GraphProto graph in Graphs(attributes[i]))
                open.Push(new(graph, null));
        }
    }
}
