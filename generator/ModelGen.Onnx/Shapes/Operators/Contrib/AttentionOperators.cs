namespace ModelGen.Onnx.Operators;

/// <summary>Attention that projects its input itself, and the state that it hands on to the next step.</summary>
internal static class AttentionOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Attention (com.microsoft)",
    [
        Contrib.Op("Attention", node => Projecting(node, 4, node.Element(0))),
        Contrib.Op("DecoderAttention", Decoder),
        Contrib.Op("DecoderMaskedMultiHeadAttention", node => MultiHeadRule.Infer(node, pastKey: 5, pastLength: 7)),
        Contrib.Op("DecoderMaskedSelfAttention", node => Projecting(node, 4, node.Element(0))),
        Contrib.Op("GatedRelativePositionBias", GatedBias),
        Contrib.Op("GroupQueryAttention", GroupedAttention.GroupQuery),
        Contrib.Op("LongformerAttention", Contrib.Like()),
        Contrib.Op("MultiHeadAttention", node => MultiHeadRule.Infer(node, pastKey: 6, pastLength: 8)),
        Contrib.Op("PackedAttention", Packed),
        Contrib.Op("PackedMultiHeadAttention", PackedMultiHead),
        Contrib.Op("PagedAttention", GroupedAttention.Paged),
        Contrib.Op("QAttention", node => Projecting(node, 8, node.Element(2))),
        Contrib.Op("QOrderedAttention", Contrib.Like()),
        Contrib.Op("QOrderedLongformerAttention", Contrib.Like()),
        Contrib.Op("RelativePositionBias", PositionBias),
        Contrib.Op("SparseAttention", GroupedAttention.Sparse),
    ]);

    // Input: batch × sequence × width; weights: width × (query + key + value); state: 2 × batch × heads × past × head.
    private static void Projecting(NodeContext node, int past, ElementType element)
    {
        TensorShape? input = node.Shape(0, rank: 3), before = node.Shape(past, rank: 5);
        Dim hidden = ValueSize(node, input.At(2));
        node.Set(0, element, input.At(0), input.At(1), hidden);
        if (!node.Wants(1))
            return;
        if (node.Int("past_present_share_buffer", 0) != 0)
        {
            node.Set(1, element, before);
            return;
        }
        long heads = Contrib.Positive(node, "num_heads");
        Dim length = input.At(1).Plus(node.Has(past) ? before.At(3) : Dim.Known(0));
        node.Set(1, element, Dim.Known(2), input.At(0).Or(before.At(1)), Dim.Known(heads), length, Contrib.HeadSize(node, hidden, heads).Or(before.At(4)));
    }

    private static void Packed(NodeContext node)
    {
        TensorShape? input = node.Shape(0, rank: 2);
        node.Set(0, node.Element(0), input.At(0), ValueSize(node, input.At(1)));
    }

    // The hidden size of the values: stated, or a third of what the weights project to.
    private static Dim ValueSize(NodeContext node, Dim width)
    {
        TensorShape? weights = node.Shape(1, rank: 2), bias = node.Shape(2, rank: 1);
        Contrib.CheckEqual(node, width, "the last dim of the input", weights.At(0), "the rows of the weights");
        if (node.Ints("qkv_hidden_sizes") is not { Length: > 0 } sizes)
            return weights.At(1).Or(bias.At(0)).Over(3);
        return sizes.Length == 3 ? DimMath.OfSize(sizes[2]) : throw node.Fail($"needs 3 qkv_hidden_sizes, but has {sizes.Length}");
    }

    // Query, key, value: tokens × hidden; or all in the first: tokens × heads × 3 × head.
    private static void PackedMultiHead(NodeContext node)
    {
        TensorShape? query = node.Shape(0), value = node.Shape(2, rank: 2);
        if (query is not null && query.Rank is not (2 or 4))
            throw node.Fail($"needs 2 or 4 dims in {node.Name(0)}, which is {query}");
        node.Set(0, node.Element(0), query.At(0), query is { Rank: 4 } ? query.At(1).Times(query.At(3)) : node.Has(2) ? value.At(1) : query.At(1));
    }

    // Sequence × batch × hidden. How long the state becomes is decided by flags that are inputs.
    private static void Decoder(NodeContext node)
    {
        TensorShape? query = node.Shape(0, rank: 3), key = node.Shape(1, rank: 3), cache = node.Shape(6, rank: 4);
        node.Set(0, node.Element(0), query);
        if (!node.Wants(1) && !node.Wants(2))
            return;
        long heads = Contrib.Positive(node, "num_heads");
        Dim length = Dim.Unknown;
        if (node.Single(8).Integer is long isCross && node.Single(9).Integer is long usesPast)
        {
            length = isCross != 0
                ? usesPast != 0 ? cache.At(2) : key.At(0)
                : usesPast != 0 ? cache.At(2).Plus(query.At(0)) : query.At(0);
        }
        else
        {
            node.LoseFor(node.Single(8).IsKnown ? 9 : 8);
        }
        for (int i = 1; i <= 2; i++)
            node.Set(i, node.Element(0), query.At(1), Dim.Known(heads), length, Contrib.HeadSize(node, query.At(2), heads));
    }

    // Table: buckets × heads.
    private static void PositionBias(NodeContext node)
    {
        TensorShape? table = node.Shape(0, rank: 2);
        Dim query = node.Single(1).ToDim(), key = node.Single(2).ToDim();
        if (query == Dim.Unknown || key == Dim.Unknown)
            node.LoseFor(query == Dim.Unknown ? 1 : 2);
        node.Set(0, node.Element(0), Dim.Known(1), table.At(1), query, key);
    }

    // With padding taken out, batch and sequence are those of the tokens' offsets.
    private static void GatedBias(NodeContext node)
    {
        TensorShape? tokens = node.Has(6) ? node.Shape(6, rank: 2) : node.Shape(0, rank: 3);
        node.Set(0, node.Element(0), tokens.At(0), Dim.Known(Contrib.Positive(node, "num_heads")), tokens.At(1), tokens.At(1));
    }
}
