using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Finds the operator that computes an output, seen through those that only rename or rearrange what they are given.</summary>
internal sealed class OutputOperators
{
    // Exporters chain a handful; without a bound, long chains under many outputs would take quadratic time, and a cycle for ever.
    private const int LongestChain = 64;

    private static readonly HashSet<string> s_transparent =
        ["Identity", "Cast", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose"];

    private readonly Dictionary<string, NodeProto> _producers = [];

    /// <summary>Looks at the main graph.</summary>
    public OutputOperators(GraphProto graph)
    {
        foreach (NodeProto node in graph.Node)
            foreach (string output in node.Output)
                _producers[output] = node;
    }

    /// <summary>The operator, as <see cref="OutputFact.Operator"/> has it; null for an input, a constant, a cycle or an endless chain.</summary>
    public string? Of(string name)
    {
        for (int steps = 0; steps < LongestChain && _producers.TryGetValue(name, out NodeProto node); steps++)
        {
            bool transparent = Domains.IsStandard(node.Domain) && s_transparent.Contains(node.OpType) && node.Input.Count > 0;
            if (!transparent)
                return Domains.IsConstant(node) ? null : Describe.Operator(node);
            name = node.Input[0];
        }
        return null;
    }
}
