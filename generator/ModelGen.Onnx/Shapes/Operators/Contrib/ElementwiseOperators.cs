namespace ModelGen.Onnx.Operators;

/// <summary>ONNX Runtime's operators whose output is like an input: activations, normalisations, rotations.</summary>
internal static class ElementwiseOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Activations and normalisation (com.microsoft)",
    [
        Contrib.Op("BiasAdd", Contrib.Like()),
        Contrib.Op("BiasDropout", Dropout),
        Contrib.Op("BiasGelu", Contrib.Like()),
        Contrib.Op("BiasSoftmax", Contrib.Like()),
        Contrib.Op("BiasSplitGelu", SplitGelu),
        Contrib.Op("BitmaskBiasDropout", BitmaskDropout),
        Contrib.Op("BitmaskDropout", BitmaskDropout),
        Contrib.Op("ComplexMul", Both),
        Contrib.Op("ComplexMulConj", Both),
        Contrib.Op("EmbedLayerNormalization", node => Embed(node, node.Element(2))),
        Contrib.Op("EngramGate", Contrib.Like(outputs: 2)),
        Contrib.Op("FastGelu", Contrib.Like()),
        Contrib.Op("GatedAdd", Contrib.Like()),
        Contrib.Op("GatedRMSNorm", Contrib.Like()),
        Contrib.Op("Gelu", Contrib.Like()),
        Contrib.Op("GemmaRotaryEmbedding", Contrib.Like(1, outputs: 2)),
        Contrib.Op("GroupNorm", Contrib.Like()),
        Contrib.Op("Inverse", Inverse),
        Contrib.Op("IsAllFinite", node => node.Set(0, ElementType.Bool, [])),
        Contrib.Op("LinearAttentionGate", Contrib.Like(outputs: 2)),
        Contrib.Op("MoE", Contrib.Like()),
        Contrib.Op("MRotaryEmbedding", Contrib.Like()),
        Contrib.Op("MurmurHash3", node => node.Set(0, node.Int("positive", 1) == 1 ? ElementType.UInt32 : ElementType.Int32, node.Shape(0))),
        Contrib.Op("NGramRepeatBlock", Contrib.Like(1)),
        Contrib.Op("QEmbedLayerNormalization", node => Embed(node, ElementType.Float)),
        Contrib.Op("QMoE", Contrib.Like()),
        Contrib.Op("QuickGelu", Contrib.Like()),
        Contrib.Op("RotaryEmbedding", Contrib.Like()),
        Contrib.Op("SampleOp", Contrib.Like()),
        Contrib.Op("SkipGroupNorm", Contrib.Like(outputs: 2)),
        Contrib.Op("SkipLayerNormalization", SkipNormalization),
        Contrib.Op("SkipSimplifiedLayerNormalization", SkipNormalization),
        Contrib.Op("Trilu", node => node.Set(0, node.Element(0), node.ShapeFrom(0, 2))),
        // Without its domain: ONNX Runtime took it into the standard one.
        new("SimplifiedLayerNormalization", [1], SimplifiedNormalization),
    ]);

    private static void Dropout(NodeContext node)
    {
        node.Set(0, node.Element(0), node.Shape(0));
        node.Set(1, ElementType.Bool, node.Shape(0));
    }

    // The mask is one run of bits, 32 an element.
    private static void BitmaskDropout(NodeContext node)
    {
        node.Set(0, node.Element(0), node.Shape(0));
        Dim count = node.Shape(0) is { } shape ? DimMath.Product(shape.Dims) : Dim.Unknown;
        node.Set(1, ElementType.UInt32, count.Plus(31).Over(32));
    }

    // One half gates the other.
    private static void SplitGelu(NodeContext node)
    {
        TensorShape? input = node.Shape(0, rank: 3), bias = node.Shape(1, rank: 1);
        node.Set(0, node.Element(0), input.At(0), input.At(1), input.At(2).Or(bias.At(0)).Over(2));
    }

    private static void Both(NodeContext node) => node.Set(0, node.Element(0), Broadcast.Shapes(node, node.Shape(0), node.Shape(1)));

    private static void Inverse(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        if (shape is not null)
            Contrib.CheckEqual(node, shape.Dims[shape.Rank - 2], "the rows of its matrices", shape.Last(), "their columns");
        node.Set(0, node.Element(0), shape);
    }

    // The statistics, which only some of the runtime's kernels write, are one a row.
    private static void SkipNormalization(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        if (shape is not null && shape.Rank is not (2 or 3))
            throw node.Fail($"needs 2 or 3 dims in {node.Name(0)}, which is {shape}");
        node.Set(0, node.Element(0), shape);
        node.Set(1, ElementType.Float, shape.WithLast(Dim.Known(1)));
        node.Set(2, ElementType.Float, shape.WithLast(Dim.Known(1)));
        node.Set(3, node.Element(0), shape);
    }

    private static void SimplifiedNormalization(NodeContext node)
    {
        TensorShape? shape = node.Shape(0), reduced = null;
        if (shape is not null)
        {
            int axis = node.Axis(node.Int("axis", -1), shape.Rank);
            reduced = new TensorShape(new(shape.Dims.Select((dim, i) => i < axis ? dim : Dim.Known(1))));
        }
        node.Set(0, node.Element(1), shape);
        node.Set(1, (ElementType)node.Int("stash_type", (long)ElementType.Float), reduced);
    }

    // Words: batch × sequence; their embeddings: vocabulary × hidden.
    private static void Embed(NodeContext node, ElementType element)
    {
        TensorShape? words = node.Shape(0, rank: 2), embedding = node.Shape(2, rank: 2), positions = node.Shape(3, rank: 2);
        Contrib.CheckEqual(node, embedding.At(1), "the size of word embeddings", positions.At(1), "that of position embeddings");
        Dim hidden = embedding.At(1).Or(positions.At(1));
        node.Set(0, element, words.At(0), words.At(1), hidden);
        node.Set(1, node.Element(0), words.At(0));
        node.Set(2, element, words.At(0), words.At(1), hidden);
    }
}
