using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>MG1008: tells a graph with a cycle from one whose nodes merely come in the wrong order.</summary>
internal static class NodeOrder
{
    // Longer cycles are cut in the message.
    private const int NamedNodes = 6;

    /// <summary>Reports one problem for a body in which some node reads a value before the node that computes it.</summary>
    /// <param name="nodes">The body's nodes.</param>
    /// <param name="producers">For each value the node that computes it.</param>
    /// <param name="place">The body in words.</param>
    /// <param name="problems">Takes the problem.</param>
    public static void Report(IReadOnlyList<NodeProto> nodes, Dictionary<string, int> producers, string place, ProblemBag problems)
    {
        if (!problems.Wants(Rules.NotSorted))
            return;

        var dependants = new List<int>[nodes.Count];
        for (int i = 0; i < nodes.Count; i++)
            dependants[i] = [];
        (int Reader, string Name)? early = null;
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string name in Reads(nodes[i]))
            {
                if (!producers.TryGetValue(name, out int producer))
                    continue;
                dependants[producer].Add(i);
                if (producer >= i)
                    early ??= (i, name);
            }
        }

        IReadOnlyList<int> cycle = DirectedGraph.FindCycle(dependants);
        if (cycle.Count > 0)
        {
            string path = string.Join(" → ", cycle.Append(cycle[0]).Take(NamedNodes).Select(i => Describe.Node(nodes[i])));
            problems.Add(Rules.NotSorted, $"The {place} goes round in a circle: {path}. Such a graph can't be computed: export the model again.", Describe.Node(nodes[cycle[0]]));
        }
        else if (early is var (reader, read))
        {
            string described = Describe.Node(nodes[reader]);
            problems.Add(Rules.NotSorted, $"The nodes of the {place} are not in the order of computation: {described} reads {Printable.Quote(read)} before "
                + $"{Describe.Node(nodes[producers[read]])} computes it. Export the model again, or sort its nodes (onnx_graphsurgeon: graph.toposort()).", described);
        }
    }

    // What a node reads by itself and through its subgraphs. A subgraph's own names are among them; that only matters where it reuses an outer name.
    private static IEnumerable<string> Reads(NodeProto node)
    {
        var open = new Stack<NodeProto>([node]);
        while (open.Count > 0)
        {
            NodeProto current = open.Pop();
            foreach (string input in current.Input)
                yield return input;
            foreach (GraphProto graph in current.Attribute.SelectMany(Body.Graphs))
            {
                foreach (ValueInfoProto output in graph.Output)
                    yield return output.Name;
                foreach (NodeProto inner in graph.Node)
                    open.Push(inner);
            }
        }
    }
}
