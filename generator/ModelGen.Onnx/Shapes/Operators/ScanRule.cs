using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Operators;

/// <summary>Scan: the body sees its inputs slice by slice along an axis, and its outputs are stacked again. Version 8 has a batch dim before everything.</summary>
internal static class ScanRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        GraphProto body = node.Graph("body") ?? throw node.Fail("has no body");
        int batch = node.Opset < 9 ? 1 : 0;
        // Version 8 begins with the optional lengths of the sequences.
        int first = batch;
        long scans = node.Int("num_scan_inputs", 0);
        int count = node.InputCount - first;
        if (scans < 1 || scans > count)
            throw node.Fail($"has num_scan_inputs={scans}, but {count} inputs");

        int states = count - (int)scans;
        Fact[] initial = [.. Enumerable.Range(first, states).Select(i => Unbatched(node.Input(i), batch))];
        Dim length = Dim.Unknown, batchSize = Dim.Unknown;
        var slices = new Fact[scans];
        for (int i = 0; i < scans; i++)
        {
            Fact input = node.Input(first + states + i);
            slices[i] = new Fact(new TensorType(input.Element, null));
            if (input.Shape is not { } shape)
                continue;
            if (shape.Rank <= batch)
                throw node.Fail($"needs a dim to scan along in {node.Name(first + states + i)}, which is {shape}");
            int axis = batch == 1 ? 1 : Item(node, "scan_input_axes", i, shape.Rank);
            length = Pick(node, length, shape.Dims[axis]);
            if (batch == 1)
                batchSize = Pick(node, batchSize, shape.Dims[0]);
            slices[i] = Unbatched(Subgraphs.Remove(input, axis), batch);
        }

        (Fact[] settled, Fact[] outputs) = Subgraphs.Settle(node, body, initial, [], slices, first: 0);
        for (int i = 0; i < settled.Length; i++)
            node.Set(i, batch == 1 ? Subgraphs.Insert(settled[i], 0, batchSize) : settled[i]);
        for (int i = states; i < outputs.Length; i++)
        {
            int axis = batch == 1 || outputs[i].Shape is not { } shape ? 0 : Item(node, "scan_output_axes", i - states, shape.Rank + 1);
            Fact stacked = Subgraphs.Insert(outputs[i], axis, length);
            node.Set(i, batch == 1 ? Subgraphs.Insert(stacked, 0, batchSize) : stacked);
        }
    }

    private static Fact Unbatched(Fact fact, int batch) => batch == 1 && fact.Shape is { Rank: > 0 } ? Subgraphs.Remove(fact, 0) : fact;

    private static int Item(NodeContext node, string attribute, int index, int rank) =>
        node.Ints(attribute) is { } axes && index < axes.Length ? node.Axis(axes[index], rank) : 0;

    private static Dim Pick(NodeContext node, Dim known, Dim next) => known == Dim.Unknown || (!known.IsKnown && next.IsKnown) ? next
        : known.IsKnown && next.IsKnown && known != next ? throw node.Fail($"scans inputs of {known} and of {next} steps together")
        : known;
}
