using ModelGen.Onnx.Operators;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>
/// Estimates the memory for activations: walks the main graph in the file's order, keeps each tensor from the node that makes it to the last one
/// that reads it, and gives the largest sum on the way. Inputs and outputs belong to the caller: inputs stay to the end, outputs once they are made.
/// </summary>
/// <remarks>
/// An estimate: runtimes fuse nodes, compute in place and round up blocks. What happens within subgraphs and functions is left out; weights are not
/// activations, and neither are tensors in Constant nodes.
/// </remarks>
internal static class ActivationMeter
{
    /// <summary>The peak in bytes; null when the size of a tensor that lives in the main graph is unknown.</summary>
    /// <param name="model">The model.</param>
    /// <param name="typeOf">The type of a value by its name; null when it is unknown.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public static long? Peak(ParsedModel model, Func<string, ValueType?> typeOf, CancellationToken cancellation)
    {
        Dictionary<string, int> lastUse = LastUses(model, cancellation);
        var alive = new Dictionary<string, long>();
        long now = 0;
        foreach (string name in model.Inputs.Select(input => input.Name))
            if (!alive.ContainsKey(name) && !Take(name))
                return null;

        long peak = now;
        for (int i = 0; i < model.Graph.Node.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            NodeProto node = model.Graph.Node[i];
            if (Domains.IsConstant(node))
                continue;
            foreach (string output in node.Output)
                if (output.Length > 0 && !alive.ContainsKey(output) && !Take(output))
                    return null;
            peak = Math.Max(peak, now);
            foreach (string name in Reads(node).Concat(node.Output))
            {
                // An output that nobody reads lives while its node runs.
                bool last = !lastUse.TryGetValue(name, out int end) || end == i;
                if (last && alive.TryGetValue(name, out long bytes))
                {
                    alive.Remove(name);
                    now -= bytes;
                }
            }
        }
        return peak;

        bool Take(string name)
        {
            if (Bytes(typeOf(name)) is not long bytes || bytes > long.MaxValue - now)
                return false;
            alive.Add(name, bytes);
            now += bytes;
            return true;
        }
    }

    // The index of the last node that reads a value; past the end for what stays.
    private static Dictionary<string, int> LastUses(ParsedModel model, CancellationToken cancellation)
    {
        var lastUse = new Dictionary<string, int>();
        for (int i = 0; i < model.Graph.Node.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (string name in Reads(model.Graph.Node[i]))
                lastUse[name] = i;
        }
        foreach (ValueInfoProto value in model.Inputs.Concat(model.Outputs))
            lastUse[value.Name] = int.MaxValue;
        return lastUse;
    }

    // A subgraph may read any value of the graphs around it; a name of its own that is the same keeps the outer value alive longer, on the safe side.
    private static IEnumerable<string> Reads(NodeProto node)
    {
        IEnumerable<string> captured = node.Attribute.SelectMany(Body.Graphs).SelectMany(NamesRead);
        return node.Input.Concat(captured);
    }

    private static IEnumerable<string> NamesRead(GraphProto graph)
    {
        var open = new Stack<GraphProto>([graph]);
        while (open.Count > 0)
        {
            GraphProto body = open.Pop();
            foreach (string name in body.Node.SelectMany(node => node.Input).Concat(body.Output.Select(output => output.Name)))
                yield return name;
            foreach (GraphProto inner in body.Node.SelectMany(node => node.Attribute).SelectMany(Body.Graphs))
                open.Push(inner);
        }
    }

    private static long? Bytes(ValueType? type) =>
        type is TensorType { Shape: { } shape } tensor
        && tensor.Element.Bits() is int bits
        && shape.Sizes() is { } sizes
        && TensorSize.Elements(sizes) is long elements
            ? TensorSize.Bytes(elements, bits)
            : null;
}
