using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>The nodes of a model's main graph and the names of its outputs, read from the file without its weights.</summary>
/// <param name="Nodes">In the file's order, which is topological (IR.md of ONNX: "Graphs").</param>
/// <param name="Outputs">The graph's outputs.</param>
internal sealed record GraphOutline(ImmutableArray<GraphNode> Nodes, ImmutableHashSet<string> Outputs)
{
    // onnx.proto: ModelProto.graph; GraphProto.node and .output; NodeProto's; ValueInfoProto.name.
    private const int ModelGraph = 7, GraphNodes = 1, GraphOutputs = 12, NodeInput = 1, NodeOutput = 2, NodeName = 3, NodeOperator = 4, NodeDomain = 7, ValueName = 1;

    // ONNX's largest published graphs have some 100,000 nodes; this bounds what a crafted file can ask for.
    private const int MostNodes = 2_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no model.</exception>
    public static GraphOutline Read(Stream stream)
    {
        ImmutableArray<GraphNode>.Builder nodes = ImmutableArray.CreateBuilder<GraphNode>();
        ImmutableHashSet<string>.Builder outputs = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        WireWalk walk = new(stream);
        walk.Message(walk.Length, (field, length) =>
        {
            if (field == ModelGraph)
                Graph(walk, length, nodes, outputs);
            else
                walk.Skip(length);
        });
        return new GraphOutline(nodes.ToImmutable(), outputs.ToImmutable());
    }

    private static void Graph(WireWalk walk, long length, ImmutableArray<GraphNode>.Builder nodes, ImmutableHashSet<string>.Builder outputs) =>
        walk.Message(length, (field, size) =>
        {
            if (field == GraphNodes && nodes.Count < MostNodes)
                nodes.Add(Node(walk, size));
            else if (field == GraphOutputs)
                walk.Message(size, (inner, bytes) => Take(walk, inner == ValueName, bytes, text => outputs.Add(text)));
            else
                walk.Skip(size);
        });

    private static GraphNode Node(WireWalk walk, long length)
    {
        List<string> inputs = [], outputs = [];
        string name = "", op = "", domain = "";
        walk.Message(length, (field, size) => Take(walk, field is NodeInput or NodeOutput or NodeName or NodeOperator or NodeDomain, size, text =>
        {
            switch (field)
            {
                case NodeInput: inputs.Add(text); break;
                case NodeOutput: outputs.Add(text); break;
                case NodeName: name = text; break;
                case NodeOperator: op = text; break;
                default: domain = text; break;
            }
        }));
        return new GraphNode(name, domain.Length == 0 ? op : domain + "." + op, [.. inputs], [.. outputs]);
    }

    private static void Take(WireWalk walk, bool wanted, long length, Action<string> take)
    {
        if (wanted)
            take(walk.Text(length));
        else
            walk.Skip(length);
    }
}
