namespace ModelGen.Onnx;

/// <summary>Cycles in directed graphs, without recursion: hostile files hold chains of any length.</summary>
internal static class DirectedGraph
{
    /// <summary>Some cycle, in the direction of the edges; empty when there is none.</summary>
    /// <param name="edges">For each vertex those that it points to. Linear in vertices and edges.</param>
    public static IReadOnlyList<int> FindCycle(IReadOnlyList<IReadOnlyList<int>> edges)
    {
        // Vertices that nothing points to any more fall away (Kahn 1962); what is left reaches or lies on a cycle from behind.
        int[] incoming = new int[edges.Count];
        foreach (IReadOnlyList<int> targets in edges)
            foreach (int target in targets)
                incoming[target]++;

        var ready = new Stack<int>(Enumerable.Range(0, edges.Count).Where(vertex => incoming[vertex] == 0));
        int left = edges.Count;
        while (ready.Count > 0)
        {
            left--;
            foreach (int target in edges[ready.Pop()])
                if (--incoming[target] == 0)
                    ready.Push(target);
        }
        return left == 0 ? [] : Trace(edges, incoming);
    }

    // Every vertex that is left has a predecessor among them: walking backwards must come round.
    private static List<int> Trace(IReadOnlyList<IReadOnlyList<int>> edges, int[] incoming)
    {
        int[] predecessor = new int[edges.Count];
        int start = -1;
        for (int vertex = 0; vertex < edges.Count; vertex++)
        {
            if (incoming[vertex] == 0)
                continue;
            start = vertex;
            foreach (int target in edges[vertex])
                predecessor[target] = vertex;
        }

        var seen = new HashSet<int>();
        int current = start;
        while (seen.Add(current))
            current = predecessor[current];

        var cycle = new List<int> { current };
        for (int vertex = predecessor[current]; vertex != current; vertex = predecessor[vertex])
            cycle.Add(vertex);
        cycle.Reverse();
        return cycle;
    }
}
