namespace ModelGen.Onnx.Operators;

/// <summary>Attention of query, key and value that are projected already, in the layouts that ONNX Runtime fuses them to.</summary>
internal static class MultiHeadRule
{
    /// <summary>The rule. The outputs are the result, the state of keys and of values (batch × heads × length × head) and the scores.</summary>
    /// <param name="node">The node.</param>
    /// <param name="pastKey">The input with the keys' state; the values' follows.</param>
    /// <param name="pastLength">The input with the state's filled length, when its buffer is shared.</param>
    public static void Infer(NodeContext node, int pastKey, int pastLength)
    {
        TensorShape? query = node.Shape(0), key = node.Shape(1), value = node.Shape(2);
        Check(node, query, 0, 3, 5);
        Check(node, key, 1, 3, 5);
        Check(node, value, 2, 3, 4);
        long heads = Contrib.Positive(node, "num_heads");
        (Dim hidden, Dim length) = Values(node, query, key, value);
        node.Set(0, node.Element(0), query.At(0), query.At(1), hidden);
        Dim total = Present(node, pastKey, pastLength, heads, hidden, length);
        // Its element type is the exporter's choice: only the file states it, and ONNX Runtime refuses to load one that does not.
        node.Set(3, ElementType.Undefined, query.At(0), Dim.Known(heads), query.At(1), total);
    }

    // The values' hidden size and length.
    private static (Dim Hidden, Dim Length) Values(NodeContext node, TensorShape? query, TensorShape? key, TensorShape? value)
    {
        // Batch × sequence × heads × 3 × head.
        if (query is { Rank: 5 })
            return (query.At(2).Times(query.At(4)), query.At(1));
        if (node.Has(2))
        {
            if (key is { Rank: 3 } && value is { Rank: 3 })
                Contrib.CheckEqual(node, key.At(1), "the length of the keys", value.At(1), "that of the values");
            return value is { Rank: 4 } ? (value.At(1).Times(value.At(3)), value.At(2)) : (value.At(2), value.At(1));
        }
        // Batch × sequence × heads × 2 × head in the keys, or batch × sequence × 3 × hidden in the query.
        return node.Has(1) ? (query.At(2), key.At(1)) : (query.At(2).Over(3), query.At(1));
    }

    private static Dim Present(NodeContext node, int pastKey, int pastLength, long heads, Dim hidden, Dim length)
    {
        TensorShape? query = node.Shape(0), key = node.Shape(1), before = node.Shape(pastKey, rank: 4);
        if (node.Has(pastKey) && (node.Int("past_present_share_buffer", 0) != 0 || (node.Has(pastLength) && pastLength == 8)))
        {
            node.Set(1, node.Element(pastKey), before);
            node.Set(2, node.Element(pastKey + 1), node.Shape(pastKey + 1));
            if (!node.Wants(3))
                return Dim.Unknown;
            if (!node.Single(pastLength).IsKnown)
                node.LoseFor(pastLength);
            return length.Plus(node.Single(pastLength).ToDim());
        }

        // Cross attention: keys and values come in the state's layout, and go out as they are.
        if (key is { Rank: 4 })
        {
            node.Set(1, node.Element(1), key);
            node.Set(2, node.Element(2), node.Shape(2));
            return key.At(2);
        }
        Dim total = length.Plus(node.Has(pastKey) ? before.At(2) : Dim.Known(0));
        Dim keySize = query is { Rank: 5 } ? query.At(4)
            : key is { Rank: 5 } ? key.At(4)
            : Contrib.HeadSize(node, node.Has(1) ? key.At(2) : query.At(2).Over(3), heads);
        Dim batch = query.At(0).Or(before.At(0));
        node.Set(1, node.Element(0), batch, Dim.Known(heads), total, keySize.Or(before.At(3)));
        node.Set(2, node.Element(0), batch, Dim.Known(heads), total, Contrib.HeadSize(node, hidden, heads).Or(node.Shape(pastKey + 1).At(3)));
        return total;
    }

    private static void Check(NodeContext node, TensorShape? shape, int input, int least, int most)
    {
        if (shape is not null && (shape.Rank < least || shape.Rank > most))
            throw node.Fail($"needs {least} to {most} dims in {node.Name(input)}, which is {shape}");
    }
}
