using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class GroupedAttentionTests
{
    private const string Ms = "com.microsoft.";

    [Theory]
    [InlineData(5, 6, 6)]
    [InlineData(0, 6, 6)]
    [InlineData(10, 6, 10)]
    public void TheStateIsAsLongAsItsBufferOrEverythingSeen(int past, int total, int length) => Assert.Equal(
        ["float32 2×1×32", $"float32 2×2×{length}×8", $"float32 2×2×{length}×8", $"float32 2×4×1×{total}"],
        GroupQuery(Float(2, 2, past, 8), Number(total)).Texts);

    [Fact]
    public void WithoutAPastTheStateIsEverythingSeen() => Assert.Equal("float32 2×2×total×8", GroupQuery(Hole, Value(ElementType.Int32, [], "total")).Texts[1]);

    [Fact]
    public void AnUnknownTotalIsThePastAndWhatComesNow() => Assert.Equal("float32 2×2×6×8", GroupQuery(Float(2, 2, 5, 8), Tensor(ElementType.Int32)).Texts[1]);

    [Fact]
    public void AnUnknownTotalWithAnUnknownPastIsBlamedOnItsInput()
    {
        Inferred attention = GroupQuery(Float(2, 2, null, 8), Tensor(ElementType.Int32));

        Assert.Equal("float32 2×2×?×8", attention.Texts[1]);
        Assert.Contains("'i6'", attention.Facts[1].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void ASlidingWindowKeepsItsBuffer() => Assert.Equal("float32 2×2×w×8", GroupQuery(Float(2, 2, "w", 8), Tensor(ElementType.Int32), Attribute("sliding_window_cache", 1)).Texts[1]);

    [Fact]
    public void ACompressedStateKeepsItsType() => Assert.Equal("int8 2×2×6×8", GroupQuery(Tensor(ElementType.Int8, 2, 2, 5, 8), Number(6)).Texts[1]);

    [Fact]
    public void PackedHeadsAreTakenApart() => Assert.Equal(["float32 n×1×32", "float32 n×2×3×8"], All(Ms + "GroupQueryAttention", 1,
        [Float("n", 1, 64), Hole, Hole, Hole, Hole, Hole, Number(3)], 2, Attribute("num_heads", 4), Attribute("kv_num_heads", 2)).Texts);

    [Fact]
    public void HeadsMustShareEvenly() => Assert.Contains("has 4 and 3", All(Ms + "GroupQueryAttention", 1, [Float(2, 1, 32), Float(2, 1, 16), Float(2, 1, 16)], 1,
        Attribute("num_heads", 4), Attribute("kv_num_heads", 3)).Fault, StringComparison.Ordinal);

    [Fact]
    public void SparseAttentionSharesItsBuffer() => Assert.Equal(["float32 1×16×32", "float32 1×2×max×8", "float32 1×2×max×8"], All(Ms + "SparseAttention", 1,
        [Float(1, 16, 32), Float(1, 16, 16), Float(1, 16, 16), Float(1, 2, "max", 8), Float(1, 2, "max", 8)], 3, Attribute("num_heads", 4), Attribute("kv_num_heads", 2)).Texts);

    [Fact]
    public void PagedAttentionKeepsItsBlocks()
    {
        Operand cache = Tensor(ElementType.Float16, "blocks", 16, 2, 8);

        Assert.Equal(["float16 t×32", "float16 blocks×16×2×8", "float16 blocks×16×2×8"], All(Ms + "PagedAttention", 1,
            [Tensor(ElementType.Float16, "t", 64), Hole, Hole, cache, cache], 3, Attribute("num_heads", 4), Attribute("kv_num_heads", 2)).Texts);
        Assert.Equal("float16 t×2048", Op(Ms + "PagedAttention", 1, [Tensor(ElementType.Float16, "t", 2304), Hole, Hole, cache], Attribute("num_heads", 4),
            Attribute("kv_num_heads", 1), Attribute("kv_cache_layout", "LATENT"), Attribute("v_head_size", 512)));
    }

    private static Operand Number(int value) => Value(ElementType.Int32, [], value);

    private static Inferred GroupQuery(Operand past, Operand total, params ModelGen.Onnx.Wire.AttributeProto[] attributes) => All(Ms + "GroupQueryAttention", 1,
        [Float(2, 1, 32), Float(2, 1, 16), Float(2, 1, 16), past, past, Hole, total], 4, [Attribute("num_heads", 4), Attribute("kv_num_heads", 2), .. attributes]);
}
