using System.Globalization;

namespace ModelGen.Onnx.Operators;

/// <summary>Attention over queries, keys and values of batch × heads × positions × size, or of batch × positions × all heads together.</summary>
internal static class Attention
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Attention",
    [
        new("Attention", [23, 24, 25], Attend),
        new("RotaryEmbedding", [23], RotaryEmbedding),
        new("LinearAttention", [27], LinearAttention),
        new("FlexAttention", [1], FlexAttention) { Domain = "ai.onnx.preview" },
    ]);

    private static void Attend(NodeContext node)
    {
        long? queryHeads = node.Int("q_num_heads"), keyHeads = node.Int("kv_num_heads");
        TensorShape? q = node.Shape(0), pastKey = node.Shape(4, rank: 4), pastValue = node.Shape(5, rank: 4);
        Dim[] query = Heads(node, 0, "q_num_heads"), key = Heads(node, 1, "kv_num_heads"), value = Heads(node, 2, "kv_num_heads");
        Dim batch = query[0].Or(key[0]).Or(value[0]);
        Dim stored = key[1].Or(value[1]);
        Dim total = Total(node, 4, pastKey, key[2].Or(value[2]));

        // Packed heads stay as they are where both sides have equally many.
        Dim packed = queryHeads is not null && queryHeads == keyHeads && node.Shape(2) is { Rank: 3 } v ? v.Dims[2] : query[1].Times(value[3]);
        ElementType element = node.Element(0);
        if (q is null)
            node.Set(0, element, shape: null);
        else if (q.Rank == 3)
            node.Set(0, element, batch, query[2], packed);
        else
            node.Set(0, element, batch, query[1], query[2], value[3]);
        node.Set(1, Known.Element(node, 1, 4), batch, stored, total, key[3].Or(pastKey.At(3)));
        node.Set(2, Known.Element(node, 2, 5), batch, stored, total, value[3].Or(pastValue.At(3)));
        node.Set(3, element, batch, query[1], query[2], total);
    }

    private static void RotaryEmbedding(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        if (shape is not null && shape.Rank is not (3 or 4))
            throw node.Fail($"needs 3 or 4 dims in {node.Name(0)}, which is {shape}");
        if (shape is { Rank: 3 } && node.Int("num_heads", 0) < 1)
            throw node.Fail($"needs num_heads for 3 dims, but has {Number(node, "num_heads")}");
        Elementwise.Same(node);
    }

    private static void LinearAttention(NodeContext node)
    {
        TensorShape? query = node.Shape(0, rank: 3), key = node.Shape(1, rank: 3), value = node.Shape(2, rank: 3), past = node.Shape(3, rank: 4);
        if (node.Int("q_num_heads") is not (>= 1 and long queryHeads) || node.Int("kv_num_heads") is not (>= 1 and long heads))
            throw node.Fail("needs q_num_heads and kv_num_heads of at least 1");
        Dim batch = query.At(0).Or(value.At(0)).Or(past.At(0));
        Dim packed = value.At(2);
        Dim keySize = key.At(2).Over(heads).Or(query.At(2).Over(queryHeads)).Or(past.At(2));
        Dim valueSize = packed.Over(heads).Or(past.At(3));

        node.Set(0, node.Element(0), batch, query.At(1), queryHeads == heads ? packed : valueSize.Times(queryHeads));
        node.Set(1, node.Has(3) ? node.Element(3) : node.Element(0), batch, Dim.Known(heads), keySize, valueSize);
    }

    private static void FlexAttention(NodeContext node)
    {
        TensorShape? query = node.Shape(0, rank: 4), key = node.Shape(1, rank: 4), value = node.Shape(2, rank: 4);
        Dim batch = query.At(0).Or(key.At(0)).Or(value.At(0));
        node.Set(0, node.Element(0), batch, query.At(1), query.At(2), value.At(3));
    }

    // As batch, heads, positions, size.
    private static Dim[] Heads(NodeContext node, int input, string attribute)
    {
        long? heads = node.Int(attribute);
        switch (node.Shape(input))
        {
            case null:
                return [Dim.Unknown, heads > 0 ? Dim.Known(heads.Value) : Dim.Unknown, Dim.Unknown, Dim.Unknown];
            case { Rank: 4 } shape:
                return [.. shape.Dims];
            case { Rank: 3 } shape:
                if (heads is null or < 1)
                    throw node.Fail($"needs {attribute} for the 3 dims of {node.Name(input)}, but has {Number(node, attribute)}");
                if (shape.Dims[2].Size % heads is not (null or 0))
                    throw node.Fail($"needs a multiple of {attribute}={heads} as the last dim of {node.Name(input)}, which is {shape}");
                return [shape.Dims[0], Dim.Known(heads.Value), shape.Dims[1], shape.Dims[2].Over(heads.Value)];
            case var shape:
                throw node.Fail($"needs 3 or 4 dims in {node.Name(input)}, which is {shape}");
        }
    }

    // Keys and values of earlier calls come first.
    private static Dim Total(NodeContext node, int past, TensorShape? shape, Dim added) =>
        !node.Has(past) ? added : shape is null ? Dim.Unknown : shape.Dims[2].Plus(added);

    private static string Number(NodeContext node, string attribute) => node.Int(attribute)?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
