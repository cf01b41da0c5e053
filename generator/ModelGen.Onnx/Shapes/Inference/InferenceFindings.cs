using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>What inference found wrong in a model.</summary>
internal sealed class InferenceFindings
{
    private readonly HashSet<object> _faultyNodes = new(ByReference.Comparer);
    private readonly List<(NodeProto Node, string Why)> _faults = [];
    private (NodeProto Node, string Name, ValueType Inferred, ValueType Declared)? _stale;
    private int _staleCount;

    /// <summary>A node that would fail at run time. Each counts once, however often it is visited.</summary>
    public void AddFault(NodeProto node, string why)
    {
        if (_faultyNodes.Add(node))
            _faults.Add((node, why));
    }

    /// <summary>A value inside the graph whose declared type can't be.</summary>
    public void AddStale(NodeProto node, string name, ValueType inferred, ValueType declared)
    {
        _stale ??= (node, name, inferred, declared);
        _staleCount++;
    }

    /// <summary>Reports what was found.</summary>
    public void Report(ProblemBag problems)
    {
        foreach ((NodeProto node, string why) in _faults)
            problems.Add(Rules.NodeFails, () => $"{Describe.Node(node)} {why}. It would fail at run time: check the fixed shapes, or export the model again.", () => Describe.Node(node));

        if (_stale is var (first, name, inferred, declared))
        {
            string more = _staleCount > 1 ? $" {_staleCount - 1} more values inside the graph are declared wrongly as well." : "";
            problems.Add(Rules.StaleDeclaration, $"{Printable.Quote(name)} is declared as {declared.ToText()}, but {Describe.Node(first)} computes {inferred.ToText()}, which counts.{more} "
                + "Export the model again, or run onnx.shape_inference over it, to make the file agree with itself.", Describe.Node(first));
        }
    }
}
