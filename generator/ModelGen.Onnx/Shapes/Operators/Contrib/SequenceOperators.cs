namespace ModelGen.Onnx.Operators;

/// <summary>ONNX Runtime's operators of language models: generation, padding, hashing of tokens, linear attention.</summary>
internal static class SequenceOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Sequences and generation (com.microsoft)",
    [
        Contrib.Op("AttnLSTM", AttnLstm),
        Contrib.Op("BeamSearch", BeamSearch),
        Contrib.Op("BifurcationDetector", Bifurcation) with { DataDependent = "where the predicted tokens depart from the source" },
        Contrib.Op("GatedDeltaNet", GatedDelta),
        Contrib.Op("GreedySearch", GreedySearch),
        Contrib.Op("LinearAttention", LinearAttention),
        Contrib.Op("NGramHashMapping", HashTokens),
        Contrib.Op("RemovePadding", RemovePadding) with { DataDependent = "the number of tokens that are not padding" },
        Contrib.Op("RestorePadding", RestorePadding),
        Contrib.Op("Sampling", GreedySearch),
        Contrib.Op("Tokenizer", Tokenizer) with { DataDependent = "the most tokens that a text has" },
        Contrib.Op("VarlenNGramHashMapping", HashPackedTokens),
        Contrib.Op("WhisperBeamSearch", WhisperBeamSearch) with { DataDependent = "the number of decoded tokens, in the output cross_qk" },
        Contrib.Op("WordConvEmbedding", WordConvolution),
    ]);

    private static void AttnLstm(NodeContext node) => Contrib.SetLstm(node, node.Shape(2, rank: 3).At(2));

    private static void BeamSearch(NodeContext node)
    {
        TensorShape? tokens = node.ShapeFrom(0, 2);
        Dim most = Limit(node, 1), beams = Limit(node, 3), returned = Limit(node, 4);
        ElementType score = node.Has(5) ? node.Element(5) : ElementType.Float;
        // Decoders alone go on from the prompt; others begin with tokens of their own.
        Dim steps = node.Int("model_type", 0) == 0 && tokens.At(1).Size is long prompt ? most.Plus(-prompt) : Dim.Unknown;
        node.Set(0, ElementType.Int32, tokens.At(0), returned, most);
        node.Set(1, score, tokens.At(0), returned);
        node.Set(2, score, steps, tokens.At(0), beams, node.Int("vocab_size", -1) is > 0 and long size ? Dim.Known(size) : Dim.Unknown);
    }

    private static void WhisperBeamSearch(NodeContext node)
    {
        BeamSearch(node);
        Dim batch = node.Shape(0).At(0);
        if (node.Wants(3))
            node.Lose("gives attention scores for as many tokens as it decodes, which is only known when it runs");
        Dim heads = node.Has(12) ? node.Shape(12, rank: 2).At(0) : Dim.Unknown;
        node.Set(3, ElementType.Float, batch, node.Single(4).ToDim(), heads, Dim.Unknown, Dim.Unknown);
        node.Set(4, node.Has(5) ? node.Element(5) : ElementType.Float, batch);
    }

    private static void GreedySearch(NodeContext node)
    {
        TensorShape? tokens = node.ShapeFrom(0, 2);
        node.Set(0, ElementType.Int32, tokens.At(0), Limit(node, 1));
        node.Set(1, ElementType.Float, tokens.At(0), node.Int("vocab_size", -1) is > 0 and long size ? Dim.Known(size) : Dim.Unknown);
    }

    private static Dim Limit(NodeContext node, int input)
    {
        Dim limit = node.Single(input).ToDim();
        if (limit == Dim.Unknown)
            node.LoseFor(input);
        return limit;
    }

    private static void Bifurcation(NodeContext node)
    {
        // Without predictions the tokens go through.
        if (node.Has(3))
            node.Lose("appends as many tokens as agree with the source, which is only known when it runs");
        node.Set(0, node.Element(1), node.Has(3) ? new TensorShape(new([Dim.Unknown])) : node.Shape(1));
        node.Set(1, node.Element(2), node.Shape(2));
    }

    private static void RemovePadding(NodeContext node)
    {
        TensorShape? input = node.Shape(0, rank: 3);
        node.Lose("keeps the tokens that are not padding, whose number is only known when it runs");
        node.Set(0, node.Element(0), Dim.Unknown, input.At(2));
        node.Set(1, ElementType.Int32, input.At(0), input.At(1));
        node.Set(2, ElementType.Int32, input.At(0).Plus(1));
        node.Set(3, ElementType.Int32, Dim.Known(1));
    }

    private static void RestorePadding(NodeContext node)
    {
        TensorShape? input = node.Shape(0, rank: 2), offsets = node.Shape(1, rank: 2);
        node.Set(0, node.Element(0), offsets.At(0), offsets.At(1), input.At(1));
    }

    private static void Tokenizer(NodeContext node)
    {
        TensorShape? texts = node.Shape(0);
        if (texts is not null && texts.Rank is not (1 or 2))
            throw node.Fail($"needs 1 or 2 dims in {node.Name(0)}, which is {texts}");
        if (texts?.Dims.Any(dim => dim.Size == 0) == true)
        {
            // No text, no token: the last dim is what becomes empty.
            node.Set(0, ElementType.String, texts.WithLast(Dim.Known(0)));
            return;
        }
        node.Lose("gives as many columns as the text with the most tokens has, which is only known when it runs");
        node.Set(0, ElementType.String, texts is null ? null : new TensorShape(new([.. texts.Dims, Dim.Unknown])));
    }

    // Words × characters; each character has an embedding, which filters of the width of a window turn into one vector a word.
    private static void WordConvolution(NodeContext node)
    {
        TensorShape? words = node.ShapeFrom(0, 2), filters = node.Shape(1, rank: 4);
        node.Set(0, node.Element(1), words.At(0), filters.At(0));
    }

    private static void HashTokens(NodeContext node)
    {
        TensorShape? tokens = node.Shape(0, rank: 2);
        long before = checked(Contrib.Positive(node, "max_ngram_size") - 1);
        node.Set(0, node.Element(0), tokens.At(0), tokens.At(1), Dim.Known(before).Times(Contrib.Positive(node, "n_head_per_ngram")));
        node.Set(1, node.Element(0), tokens.At(0), Dim.Known(before));
    }

    private static void HashPackedTokens(NodeContext node)
    {
        TensorShape? tokens = node.Shape(0, rank: 1), ends = node.Shape(3, rank: 1);
        long before = checked(Contrib.Positive(node, "max_ngram_size") - 1);
        node.Set(0, node.Element(0), tokens.At(0), Dim.Known(before).Times(Contrib.Positive(node, "n_head_per_ngram")));
        node.Set(1, node.Element(0), ends.At(0).Plus(-1), Dim.Known(before));
        node.Set(2, ElementType.Int32, ends.At(0).Plus(-1), Dim.Known(before));
    }

    // All heads are packed into the last dim.
    private static void LinearAttention(NodeContext node)
    {
        TensorShape? query = node.Shape(0, rank: 3), value = node.Shape(2, rank: 3);
        long heads = Contrib.Positive(node, "q_num_heads"), keyHeads = Contrib.Positive(node, "kv_num_heads");
        Dim keySize = Contrib.HeadSize(node, query.At(2), heads), valueSize = Contrib.HeadSize(node, value.At(2), keyHeads);
        node.Set(0, node.Element(0), query.At(0), query.At(1), valueSize.Times(Math.Max(heads, keyHeads)));
        Dim[] state = [query.At(0), Dim.Known(keyHeads), keySize, valueSize];
        node.Set(1, node.Has(3) ? node.Element(3) : node.Element(0),
            node.Int("state_window", 0) is > 0 and long window ? [Dim.Known(window), .. state] : state);
    }

    // Tokens, or batch × sequence, before heads × head.
    private static void GatedDelta(NodeContext node)
    {
        TensorShape? query = node.Shape(0), value = node.Shape(2), state = node.Shape(6, rank: 4);
        if (query is not null && (query.Rank is not (3 or 4) || (value is not null && value.Rank != query.Rank)))
            throw node.Fail($"needs 3 or 4 dims in both {node.Name(0)} and {node.Name(2)}, which are {query} and {value}");
        if (query is null)
        {
            node.Set(0, node.Element(0), shape: null);
        }
        else
        {
            Dim heads = query.Dims[query.Rank - 2].Size is long a && value.At(query.Rank - 2).Size is long b ? Dim.Known(Math.Max(a, b)) : Dim.Unknown;
            node.Set(0, node.Element(0), [.. query.Dims.Take(query.Rank - 2), heads, value.Last()]);
        }
        Dim keyHeads = query is null ? Dim.Unknown : query.Dims[query.Rank - 2], valueHeads = query is null ? Dim.Unknown : value.At(query.Rank - 2);
        Dim batch = state.At(0).Or(node.Shape(3, rank: 1).At(0).Plus(-1)).Or(query is { Rank: 4 } ? query.Dims[0] : Dim.Unknown);
        node.Set(1, ElementType.Float, batch, valueHeads, value.Last(), query.Last());
        Dim width = valueHeads.Plus(keyHeads.Times(query.Last())).Plus(valueHeads.Times(value.Last()));
        node.Set(2, ElementType.Float, batch, width.Times(Math.Max(0, node.Int("state_update_capacity", 0))));
    }
}
