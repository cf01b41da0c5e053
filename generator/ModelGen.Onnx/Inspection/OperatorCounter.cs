using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Counts nodes by operator, over all bodies of a model.</summary>
internal static class OperatorCounter
{
    /// <summary>The counts, largest first and equal ones by name.</summary>
    public static EquatableArray<OperatorCount> Count(ModelProto model, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>();
        foreach (NodeProto node in Body.All(model).SelectMany(body => body.Nodes))
        {
            cancellation.ThrowIfCancellationRequested();
            string name = Describe.Operator(node);
            counts[name] = counts.TryGetValue(name, out int count) ? count + 1 : 1;
        }
        return new(counts
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new OperatorCount(entry.Key, entry.Value)));
    }
}
