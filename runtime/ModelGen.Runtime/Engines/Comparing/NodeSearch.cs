using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Looks for the first node whose value differs between two sides.</summary>
/// <param name="options">Tolerance, memory and progress.</param>
/// <param name="inputs">What goes in on both sides.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class NodeSearch(CompareOptions options, ImmutableArray<NamedTensor> inputs, CancellationToken cancellation)
{
    // Values of the first run; after it the mean size of those seen says how many fit into the memory.
    private const int FirstChunk = 16;

    private readonly Dictionary<string, double> _errors = new(StringComparer.Ordinal);

    /// <summary>Compares values in the order of the nodes until one is beyond the tolerance.</summary>
    /// <param name="reference">One side.</param>
    /// <param name="other">The other side. Values are matched by name, so that it may be another model.</param>
    /// <param name="progress">Is told the share of values that are done.</param>
    /// <returns>The node, or null when there is none; and how many values were compared.</returns>
    public (NodeDivergence? Node, int Compared) Find(OpenedModel reference, OpenedModel other, Action<double> progress)
    {
        HashSet<string> common = [.. other.Session.OutputNames];
        (GraphNode Node, string Value)[] values = [.. reference.Outline.Nodes.SelectMany(node => node.Outputs.Select(value => (node, value))).Where(pair => common.Contains(pair.value))];
        using SideRun left = new(reference.Session, "the reference", cancellation), right = new(other.Session, "the other side", cancellation);
        using InputFeed leftFeed = InputFeed.Make(reference.Session, "the reference", InputPlan.Of(inputs));
        using InputFeed rightFeed = InputFeed.Make(other.Session, "the other side", InputPlan.Of(inputs));
        long bytes = 0;
        for (int start = 0, count; start < values.Length; start += count)
        {
            count = Math.Min(values.Length - start, start == 0 ? FirstChunk : Fitting(bytes, start));
            string[] names = [.. values.AsSpan(start, count).ToArray().Select(pair => pair.Value)];
            using IDisposableReadOnlyCollection<OrtValue> expected = left.Run(leftFeed, names), actual = right.Run(rightFeed, names);
            for (int i = 0; i < count; i++)
            {
                bytes += expected[i].IsTensor ? expected[i].GetTensorSizeInBytes() : 0;
                if (Compare(values[start + i].Node, names[i], expected[i], actual[i]) is { } found)
                    return (found, start + i + 1);
            }
            progress((double)(start + count) / values.Length);
        }
        return (null, values.Length);
    }

    // Both sides hold their values at once.
    private int Fitting(long bytes, int seen) => (int)Math.Clamp(options.NodeMemoryBytes / 2 / Math.Max(1, bytes / seen), 1, 4096);

    private NodeDivergence? Compare(GraphNode node, string value, OrtValue expected, OrtValue actual)
    {
        DifferenceSum sum = new(value, options.ClassAxis);
        sum.Add(expected, actual);
        ValueDifference difference = sum.Result;
        // A sequence has no numbers to compare, and a quantised model may have one where the other has a tensor.
        _errors[value] = difference.Mismatch is null ? difference.MaxRelative : 0;
        if (difference.IsWithin(options.Tolerance) || (difference.Mismatch is not null && !expected.IsTensor))
            return null;
        double inputs = node.Inputs.Select(input => _errors.GetValueOrDefault(input)).DefaultIfEmpty().Max();
        return new NodeDivergence(node.Name, node.Operator, difference, inputs);
    }
}
