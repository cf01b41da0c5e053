using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>
/// MG1019: a Split that leaves out an output before its last one. ONNX Runtime (seen with 1.31.1) takes the whole process down on it, when the
/// session is made; nothing at run time could turn that into an error.
/// </summary>
internal sealed class SplitCheck : IModelCheck
{
    /// <inheritdoc/>
    public void Run(ParsedModel model, ProblemBag problems, CancellationToken cancellation)
    {
        foreach (Body body in Body.All(model.Proto))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (NodeProto node in body.Nodes)
            {
                if (node.OpType == "Split" && Domains.IsStandard(node.Domain) && HasHole(node))
                {
                    problems.Add(Rules.SplitHole, () => $"{Describe.Node(node)} leaves out an output that is not its last, on which ONNX Runtime crashes the process. "
                        + "Give every output of the Split a name, even if nothing reads it.", () => Describe.Node(node));
                }
            }
        }
    }

    private static bool HasHole(NodeProto node)
    {
        for (int i = 0; i + 1 < node.Output.Count; i++)
            if (node.Output[i].Length == 0)
                return true;
        return false;
    }
}
