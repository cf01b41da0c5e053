namespace ModelGen.Onnx.Operators;

/// <summary>Attention with fewer heads of keys and values than of queries, and their state in a buffer.</summary>
internal static class GroupedAttention
{
    /// <summary>The state is as long as its buffer, or as everything seen so far, whichever is longer.</summary>
    public static void GroupQuery(NodeContext node)
    {
        (long heads, long keyHeads, Dim head) = Result(node);
        TensorShape? query = node.Shape(0), past = node.Shape(3, rank: 4);
        Dim total = node.Single(6).ToDim();
        // The total is an input, but there is one that fits a past without room to spare: what was seen before and what comes now. A buffer that is
        // longer than what it holds stays as long; then the output's shape has to be fixed.
        if (total == Dim.Unknown)
            total = node.Has(3) ? past.At(2).Plus(query.At(1)) : query.At(1);
        if (total == Dim.Unknown && (node.Wants(1) || node.Wants(2) || node.Wants(3)))
            node.LoseFor(6);
        Dim length = !node.Has(3) ? total
            : node.Int("sliding_window_cache", 0) == 1 ? past.At(2)
            : Longer(past.At(2), total);
        for (int i = 1; i <= 2; i++)
        {
            node.Set(i, node.Has(3) ? node.Element(2 + i) : node.Element(0),
                query.At(0).Or(past.At(0)), Dim.Known(keyHeads), length, node.Has(3) ? past.At(3).Or(head) : head);
        }
        node.Set(3, node.Element(0), query.At(0), Dim.Known(heads), query.At(1), total);
    }

    /// <summary>The state always shares its buffer.</summary>
    public static void Sparse(NodeContext node)
    {
        Result(node);
        node.Set(1, node.Element(3), node.Shape(3, rank: 4));
        node.Set(2, node.Element(4), node.Shape(4, rank: 4));
    }

    /// <summary>The state is in blocks; the tokens of all sequences are packed.</summary>
    public static void Paged(NodeContext node)
    {
        TensorShape? query = node.Shape(0, rank: 2);
        long heads = Contrib.Positive(node, "num_heads");
        Dim width = query.At(1);
        if (node.Text("kv_cache_layout", "SEPARATE") == "LATENT")
        {
            if (node.Int("v_head_size", 0) is > 0 and long size)
                width = Dim.Known(heads).Times(size);
        }
        else if (!node.Has(2))
        {
            width = Contrib.HeadSize(node, width, checked(heads + 2 * Contrib.Positive(node, "kv_num_heads"))).Times(heads);
        }
        node.Set(0, node.Element(0), query.At(0), width);
        node.Set(1, node.Element(3), node.Shape(3, rank: 4));
        node.Set(2, node.Element(4), node.Shape(4, rank: 4));
    }

    // Without separate keys and values they are behind the queries' heads in the first input.
    private static (long Heads, long KeyHeads, Dim Head) Result(NodeContext node)
    {
        TensorShape? query = node.Shape(0, rank: 3);
        long heads = Contrib.Positive(node, "num_heads"), keyHeads = Contrib.Positive(node, "kv_num_heads");
        if (heads % keyHeads != 0)
            throw node.Fail($"needs num_heads to be a multiple of kv_num_heads, but has {heads} and {keyHeads}");
        bool isPacked = !node.Has(2);
        Dim head = Contrib.HeadSize(node, query.At(2), isPacked ? checked(heads + 2 * keyHeads) : heads);
        node.Set(0, node.Element(0), query.At(0), query.At(1), isPacked ? head.Times(heads) : query.At(2));
        return (heads, keyHeads, head);
    }

    private static Dim Longer(Dim left, Dim right) =>
        left.Size is long a && right.Size is long b ? Dim.Known(Math.Max(a, b))
        : left.Size == 0 ? right
        : left != Dim.Unknown && left == right ? left
        : Dim.Unknown;
}
