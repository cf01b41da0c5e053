using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class AttentionTests
{
    [Theory]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    public void FourDimsGiveTheQueriesWithTheSizeOfValues(int opset) =>
        Assert.Equal("float32 n×8×s×20", Op("Attention", opset, [Float("n", 8, "s", 16), Float("n", 2, "t", 16), Float("n", 2, "t", 20)]));

    [Fact]
    public void ThreeDimsAreHeadsTogether() => Assert.Equal(["float32 n×s×160", "float32 n×2×t×16", "float32 n×2×t×20", "float32 n×8×s×t"],
        All("Attention", 23, [Float("n", "s", 128), Float("n", "t", 32), Float("n", "t", 40)], 4, Attribute("q_num_heads", 8), Attribute("kv_num_heads", 2)).Texts);

    [Fact]
    public void APastComesBeforeThePresent()
    {
        Operand[] inputs = [Float(1, 8, 3, 16), Float(1, 2, 3, 16), Float(1, 2, 3, 20), Hole, Float(1, 2, 5, 16), Float(1, 2, 5, 20)];
        Assert.Equal(["float32 1×8×3×20", "float32 1×2×8×16", "float32 1×2×8×20", "float32 1×8×3×8"], All("Attention", 23, inputs, 4).Texts);
    }

    [Fact]
    public void APastOfOpenLengthLeavesThePresentOpen()
    {
        Operand[] inputs = [Float(1, 8, 3, 16), Float(1, 2, 3, 16), Float(1, 2, 3, 20), Hole, Float(1, 2, "p", 16), Float(1, 2, "p", 20)];
        Assert.Equal(["float32 1×8×3×20", "float32 1×2×?×16"], All("Attention", 23, inputs, 2).Texts);
    }

    [Fact]
    public void EquallyManyHeadsKeepANamedSize() =>
        Assert.Equal("float32 n×s×d", Op("Attention", 23, [Float("n", "s", "d"), Float("n", "t", "d"), Float("n", "t", "d")], Attribute("q_num_heads", 4), Attribute("kv_num_heads", 4)));

    [Fact]
    public void WhatAttentionCantRunIsNamed()
    {
        Assert.Contains("needs q_num_heads for the 3 dims of its input 'i0', but has none", All("Attention", 23, [Float(1, 2, 8), Float(1, 2, 8), Float(1, 2, 8)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a multiple of q_num_heads=3", All("Attention", 23, [Float(1, 2, 8), Float(1, 2, 8), Float(1, 2, 8)], 1, Attribute("q_num_heads", 3), Attribute("kv_num_heads", 1)).Fault, StringComparison.Ordinal);
        Assert.Contains("needs 3 or 4 dims", All("Attention", 23, [Float(2, 8), Float(1, 2, 8), Float(1, 2, 8)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void RotatedEmbeddingsAreAsTheirInput()
    {
        Assert.Equal("float32 n×4×s×8", Op("RotaryEmbedding", 23, [Float("n", 4, "s", 8), Float(50, 4), Float(50, 4)]));
        Assert.Contains("needs num_heads for 3 dims, but has none", All("RotaryEmbedding", 23, [Float("n", "s", 8), Float(50, 4), Float(50, 4)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void LinearAttentionGivesItsState()
    {
        Inferred linear = All("LinearAttention", 27, [Float("n", "t", 64), Float("n", "t", 32), Float("n", "t", 20)], 2, Attribute("q_num_heads", 4), Attribute("kv_num_heads", 2));
        Assert.Equal(["float32 n×t×40", "float32 n×2×16×10"], linear.Texts);
        Assert.Contains("needs q_num_heads and kv_num_heads", All("LinearAttention", 27, [Float("n", "t", 64), Float("n", "t", 32), Float("n", "t", 20)], 2).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePastGivesAStateThatTheInputsLeaveOpen() => Assert.Equal("float16 3×2×16×10", All("LinearAttention", 27,
        [Unranked(ElementType.Float), Unranked(ElementType.Float), Unranked(ElementType.Float), Tensor(ElementType.Float16, 3, 2, 16, 10)], 2, Attribute("q_num_heads", 4), Attribute("kv_num_heads", 2)).Texts[1]);

    [Fact]
    public void FlexAttentionIsAsItsQueriesWithTheSizeOfValues() =>
        Assert.Equal("float32 n×8×s×20", Op("ai.onnx.preview.FlexAttention", 1, [Float("n", 8, "s", 16), Float("n", 2, "t", 16), Float("n", 2, "t", 20)]));
}
