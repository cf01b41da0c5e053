using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>
/// MG1019: a Split that leaves out an output by giving it no name, first, middle or last. ONNX Runtime 1.31.1 loads such a model and takes the whole
/// process down when it runs (segmentation fault in the CPU kernel, opset 21, with and without sizes); nothing at run time could turn that into an error.
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
                if (node.OpType == "Split" && Domains.IsStandard(node.Domain) && node.Output.Contains(""))
                {
                    problems.Add(Rules.SplitHole, () => $"{Describe.Node(node)} leaves out an output, on which ONNX Runtime crashes the process when the model runs. "
                        + "Give every output of the Split a name, even if nothing reads it.", () => Describe.Node(node));
                }
            }
        }
    }
}
