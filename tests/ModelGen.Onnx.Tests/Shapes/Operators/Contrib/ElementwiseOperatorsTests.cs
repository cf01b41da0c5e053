using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ElementwiseOperatorsTests
{
    private const string Ms = "com.microsoft.";

    [Theory]
    [InlineData("BiasAdd")]
    [InlineData("BiasGelu")]
    [InlineData("BiasSoftmax")]
    [InlineData("FastGelu")]
    [InlineData("GatedAdd")]
    [InlineData("GatedRMSNorm")]
    [InlineData("Gelu")]
    [InlineData("GroupNorm")]
    [InlineData("MoE")]
    [InlineData("MRotaryEmbedding")]
    [InlineData("QMoE")]
    [InlineData("QuickGelu")]
    [InlineData("RotaryEmbedding")]
    [InlineData("SampleOp")]
    [InlineData("Trilu")]
    public void WhatIsLikeItsInputKeepsNamesAndTypes(string op) => Assert.Equal("float16 n×4×4", Op(Ms + op, 1, [Tensor(ElementType.Float16, "n", 4, 4), Float(4)]));

    [Fact]
    public void ScoresThatBlockRepetitionAreLikeTheScores() => Assert.Equal("float32 n×9", Op(Ms + "NGramRepeatBlock", 1, [Tensor(ElementType.Int64, "n", 5), Float("n", 9)]));

    [Fact]
    public void PairsOfOutputsAreAlike()
    {
        Assert.Equal(["float32 n×8", "float32 n×8"], All(Ms + "SkipGroupNorm", 1, [Float("n", 8)], 2).Texts);
        Assert.Equal(["float32 n×8", "float32 n×8"], All(Ms + "LinearAttentionGate", 1, [Float("n", 8)], 2).Texts);
        Assert.Equal(["float32 n×8", "float32 n×8"], All(Ms + "EngramGate", 1, [Float("n", 8)], 2).Texts);
        Assert.Equal(["float16 n×8", "float16 n×8"], All(Ms + "GemmaRotaryEmbedding", 1, [Float(1), Tensor(ElementType.Float16, "n", 8)], 2).Texts);
    }

    [Fact]
    public void MasksOfDropoutAreBoolsOrPackedBits()
    {
        Assert.Equal(["float32 n×8", "bool n×8"], All(Ms + "BiasDropout", 1, [Float("n", 8)], 2).Texts);
        Assert.Equal(["float32 5×7", "uint32 2"], All(Ms + "BitmaskDropout", 1, [Float(5, 7)], 2).Texts);
        Assert.Equal("uint32 ?", All(Ms + "BitmaskBiasDropout", 1, [Float("n", 8)], 2).Texts[1]);
    }

    [Fact]
    public void SplitGeluHalvesTheLastDim() => Assert.Equal("float32 n×s×4", Op(Ms + "BiasSplitGelu", 1, [Float("n", "s", 8), Float(8)]));

    [Fact]
    public void OnlySquareMatricesHaveAnInverse()
    {
        Assert.Equal("float32 n×3×3", Op(Ms + "Inverse", 1, [Float("n", 3, 3)]));
        Assert.Contains("they are 3 and 4", All(Ms + "Inverse", 1, [Float("n", 3, 4)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void HashesAreUnsignedUnlessTheySay()
    {
        Assert.Equal("uint32 n", Op(Ms + "MurmurHash3", 1, [Tensor(ElementType.String, "n")]));
        Assert.Equal("int32 n", Op(Ms + "MurmurHash3", 1, [Tensor(ElementType.String, "n")], Attribute("positive", 0)));
    }

    [Fact]
    public void WhetherAllIsFiniteIsOneBool() => Assert.Equal("bool scalar", Op(Ms + "IsAllFinite", 1, [Float(2), Float(3)]));

    [Theory]
    [InlineData("SkipLayerNormalization")]
    [InlineData("SkipSimplifiedLayerNormalization")]
    public void StatisticsOfANormalisationAreOneARow(string op) => Assert.Equal(
        ["float16 n×s×8", "float32 n×s×1", "float32 n×s×1", "float16 n×s×8"],
        All(Ms + op, 1, [Tensor(ElementType.Float16, "n", "s", 8), Tensor(ElementType.Float16, "s", 8)], 4).Texts);

    [Fact]
    public void ANormalisationWithASkipHasTwoOrThreeDims() =>
        Assert.Contains("needs 2 or 3 dims", All(Ms + "SkipLayerNormalization", 1, [Float(1, 2, 3, 8)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void TheSimplifiedNormalisationIsOfTheStandardDomain()
    {
        Assert.Equal(["float16 n×s×8", "float32 n×1×1"], All("SimplifiedLayerNormalization", 17,
            [Float("n", "s", 8), Tensor(ElementType.Float16, "s", 8)], 2, Attribute("axis", 1), Attribute("stash_type", 1)).Texts);
        Assert.Contains("has the axis 3", All("SimplifiedLayerNormalization", 17, [Float("n", 8), Float(8)], 1, Attribute("axis", 3)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void EmbeddingsOfWordsGiveAMaskAndASumToo() => Assert.Equal(
        ["float16 n×s×8", "int32 n", "float16 n×s×8"],
        All(Ms + "EmbedLayerNormalization", 1, [Tensor(ElementType.Int32, "n", "s"), Hole, Tensor(ElementType.Float16, 10, 8), Tensor(ElementType.Float16, 6, 8)], 3).Texts);

    [Fact]
    public void QuantisedEmbeddingsAreFloats() => Assert.Equal(
        ["float32 n×s×8", "int32 n"],
        All(Ms + "QEmbedLayerNormalization", 1, [Tensor(ElementType.Int32, "n", "s"), Hole, Tensor(ElementType.UInt8, 10, 8), Tensor(ElementType.UInt8, 6, 8)], 2).Texts);

    [Fact]
    public void EmbeddingsMustBeOfOneSize() => Assert.Contains("they are 8 and 6",
        All(Ms + "EmbedLayerNormalization", 1, [Tensor(ElementType.Int32, "n", "s"), Hole, Float(10, 8), Float(6, 6)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void ComplexProductsAreBroadcast() => Assert.Equal("float32 n×8×2", Op(Ms + "ComplexMul", 1, [Float("n", 8, 2), Float(1, 8, 2)]));
}
