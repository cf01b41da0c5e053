namespace ModelGen.Onnx.Operators;

/// <summary>ONNX Runtime's matrix products: fused with what follows, and with quantised weights.</summary>
internal static class MatMulOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Matrix products (com.microsoft)",
    [
        Contrib.Op("DynamicQuantizeMatMul", node => Product(node, 0, 1, node.Element(0))),
        Contrib.Op("FusedGemm", node => LinearAlgebra.Gemm(node, 0, 1, 2, node.Element(0))),
        Contrib.Op("FusedMatMul", Transposed),
        Contrib.Op("FusedMatMulActivation", Transposed),
        Contrib.Op("GemmFastGelu", node => Product(node, 0, 1, node.Element(0))),
        Contrib.Op("GemmFloat8", node => LinearAlgebra.Gemm(node, 0, 1, 2, (ElementType)node.Int("dtype", (long)ElementType.Float))),
        Contrib.Op("MatMulBlockQuantizedFp4Weight", node => Weighted(node, node.Shape(1, rank: 2).At(1).Times(2), node.Shape(1).At(0))),
        Contrib.Op("MatMulBlockQuantizedFp8Weight", node => Weighted(node, node.Shape(1, rank: 2).At(1), node.Shape(1).At(0))),
        Contrib.Op("MatMulBnb4", Bnb4),
        Contrib.Op("MatMulFpQ4", FpQ4),
        Contrib.Op("MatMulInteger16", node => Product(node, 0, 1, node.Element(0) == ElementType.UInt16 && node.Element(1) == ElementType.UInt16 ? ElementType.UInt32 : ElementType.Int32)),
        Contrib.Op("MatMulIntegerToFloat", node => Product(node, 0, 1, node.Element(2))),
        Contrib.Op("MatMulNBits", node => Weighted(node, Size(node, "K"), Size(node, "N"))),
        Contrib.Op("MatMulNBitsMlp", Mlp),
        Contrib.Op("MatMulNBitsQkv", Qkv),
        Contrib.Op("QGemm", node => LinearAlgebra.Gemm(node, 0, 3, 6, node.Has(8) ? node.Element(8) : ElementType.Float)),
        Contrib.Op("QOrderedMatMul", node => Product(node, 0, 2, node.Element(0))),
        Contrib.Op("SparseToDenseMatMul", SparseToDense),
        Contrib.Op("TransposeMatMul", Transposed),
    ]);

    private static void Product(NodeContext node, int left, int right, ElementType element) =>
        node.Set(0, element, LinearAlgebra.Product(node, left, right));

    // A transposed batch means the first dim trades places with the last but one before anything else.
    private static void Transposed(NodeContext node) => node.Set(0, node.Element(0), LinearAlgebra.Product(node,
        Turn(node.ShapeFrom(0, 1), node.Int("transA", 0) != 0, node.Int("transBatchA", 0) != 0),
        Turn(node.ShapeFrom(1, 1), node.Int("transB", 0) != 0, node.Int("transBatchB", 0) != 0)));

    private static void SparseToDense(NodeContext node) => node.Set(0, node.Element(1), LinearAlgebra.Product(node,
        Turn(node.ShapeFrom(0, 1), node.Int("transA", 0) != 0, batch: false),
        Turn(node.ShapeFrom(1, 1), node.Int("transB", 0) != 0, batch: false)));

    private static TensorShape? Turn(TensorShape? shape, bool matrix, bool batch)
    {
        if (shape is null || shape.Rank < 2)
            return shape;
        Dim[] dims = [.. shape.Dims];
        int last = dims.Length - 1;
        if (batch)
        {
            Dim first = dims[0];
            Array.Copy(dims, 1, dims, 0, last - 1);
            dims[last - 1] = first;
        }
        if (matrix)
            (dims[last - 1], dims[last]) = (dims[last], dims[last - 1]);
        return new TensorShape(new(dims));
    }

    private static void Weighted(NodeContext node, Dim inner, Dim outer)
    {
        TensorShape? input = Input(node, inner);
        node.Set(0, node.Element(0), input.WithLast(outer));
    }

    private static TensorShape? Input(NodeContext node, Dim inner)
    {
        TensorShape? input = node.ShapeFrom(0, 1);
        Contrib.CheckEqual(node, input.Last(), $"the last dim of {node.Name(0)}", inner, "that of the weights");
        return input;
    }

    private static void Bnb4(NodeContext node)
    {
        bool isTransposed = node.Int("transB", 1) != 0;
        Weighted(node, Size(node, isTransposed ? "K" : "N"), Size(node, isTransposed ? "N" : "K"));
    }

    // The weights are a blob; their shape is the third input.
    private static void FpQ4(NodeContext node)
    {
        if (node.Integers(2) is not { } sizes)
        {
            node.LoseFor(2);
            node.Set(0, node.Element(0), node.ShapeFrom(0, 1).WithLast(Dim.Unknown));
            return;
        }
        if (sizes.Length != 2)
            throw node.Fail($"needs the 2 dims of its weights in {node.Name(2)}, which has {sizes.Length}");
        Weighted(node, DimMath.OfSize(sizes[0]), DimMath.OfSize(sizes[1]));
    }

    private static void Mlp(NodeContext node)
    {
        TensorShape? input = Input(node, Size(node, "K"));
        node.Set(0, node.Element(0), input.WithLast(Size(node, "N")));
        node.Set(1, node.Element(0), input);
    }

    private static void Qkv(NodeContext node)
    {
        TensorShape? input = Input(node, Size(node, "K"));
        node.Set(0, node.Element(0), input.WithLast(Size(node, "Nq")));
        node.Set(1, node.Element(0), input.WithLast(Size(node, "Nkv")));
        node.Set(2, node.Element(0), input.WithLast(Size(node, "Nkv")));
        node.Set(3, node.Element(0), input);
    }

    private static Dim Size(NodeContext node, string attribute) => Dim.Known(Contrib.Positive(node, attribute));
}
