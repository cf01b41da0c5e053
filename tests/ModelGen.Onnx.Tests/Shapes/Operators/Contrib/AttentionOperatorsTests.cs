using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class AttentionOperatorsTests
{
    private const string Ms = "com.microsoft.";

    [Fact]
    public void AttentionIsAsWideAsAThirdOfItsWeights() => Assert.Equal(
        ["float32 n×3×8", "float32 2×n×2×3×4"],
        All(Ms + "Attention", 1, [Float("n", 3, 5), Float(5, 24), Float(24)], 2, Attribute("num_heads", 2)).Texts);

    [Fact]
    public void AttentionWithSizesOfItsOwnIsAsWideAsItsValues() => Assert.Equal(
        ["float32 2×3×12", "float32 2×2×2×3×6"],
        All(Ms + "Attention", 1, [Float(2, 3, 5), Float(5, 28), Float(28)], 2, Attribute("num_heads", 2), Attribute("qkv_hidden_sizes", 8, 8, 12)).Texts);

    [Fact]
    public void TheStateGrowsByTheSequence() => Assert.Equal(
        "float32 2×2×2×9×4",
        All(Ms + "Attention", 1, [Float(2, 3, 5), Float(5, 24), Float(24), Hole, Float(2, 2, 2, 6, 4)], 2, Attribute("num_heads", 2)).Texts[1]);

    [Fact]
    public void ASharedStateKeepsItsBuffer() => Assert.Equal("float32 2×2×2×10×4", All(Ms + "DecoderMaskedSelfAttention", 1,
        [Float(2, 1, 5), Float(5, 24), Float(24), Hole, Float(2, 2, 2, 10, 4)], 2, Attribute("num_heads", 2), Attribute("past_present_share_buffer", 1)).Texts[1]);

    [Fact]
    public void QuantisedAttentionHasTheTypeOfItsBias() => Assert.Equal(["float16 2×3×8", "float16 2×2×2×9×4"], All(Ms + "QAttention", 1,
        [Tensor(ElementType.UInt8, 2, 3, 5), Tensor(ElementType.UInt8, 5, 24), Tensor(ElementType.Float16, 24), Float(), Float(), Hole, Hole, Hole, Float(2, 2, 2, 6, 4)],
        2, Attribute("num_heads", 2)).Texts);

    [Theory]
    [InlineData(3, "into 3 heads, but has 8")]
    [InlineData(0, "needs num_heads of at least 1, but has 0")]
    public void HeadsThatCantBeAreNamed(int heads, string why) =>
        Assert.Contains(why, All(Ms + "Attention", 1, [Float(2, 3, 5), Float(5, 24), Float(24)], 2, Attribute("num_heads", heads)).Fault, StringComparison.Ordinal);

    [Fact]
    public void WeightsMustFitTheInput() =>
        Assert.Contains("they are 5 and 6", All(Ms + "Attention", 1, [Float(2, 3, 5), Float(6, 24), Float(24)], 1, Attribute("num_heads", 2)).Fault, StringComparison.Ordinal);

    [Fact]
    public void AttentionWithoutARankHasThreeDims() => Assert.Equal("float32 ?×?×8", Op(Ms + "Attention", 1, [Unranked(ElementType.Float), Float(5, 24)], Attribute("num_heads", 2)));

    [Fact]
    public void PackedAttentionKeepsTokens()
    {
        Assert.Equal("float32 t×8", Op(Ms + "PackedAttention", 1, [Float("t", 5), Float(5, 24), Float(24)], Attribute("num_heads", 2)));
        Assert.Equal("float32 t×12", Op(Ms + "PackedMultiHeadAttention", 1, [Float("t", 8), Float("t", 8), Float("t", 12)], Attribute("num_heads", 2)));
        Assert.Equal("float32 t×8", Op(Ms + "PackedMultiHeadAttention", 1, [Float("t", 2, 3, 4)], Attribute("num_heads", 2)));
    }

    [Fact]
    public void AttentionLikeItsInputKeepsTheShape()
    {
        Assert.Equal("float32 n×s×8", Op(Ms + "LongformerAttention", 1, [Float("n", "s", 8)]));
        Assert.Equal("int8 n×s×8", Op(Ms + "QOrderedAttention", 1, [Tensor(ElementType.Int8, "n", "s", 8)]));
    }

    [Theory]
    [InlineData(false, false, "float32 2×2×3×4")]
    [InlineData(false, true, "float32 2×2×9×4")]
    [InlineData(true, false, "float32 2×2×5×4")]
    [InlineData(true, true, "float32 2×2×6×4")]
    public void TheStateOfADecoderDependsOnItsFlags(bool isCross, bool usesPast, string state) => Assert.Equal(["float32 3×2×8", state, state], All(Ms + "DecoderAttention", 1,
        [Float(3, 2, 8), Float(5, 2, 8), Float(8, 8), Float(8, 16), Float(24), Hole, Float(2, 2, 6, 4), Float(2, 2, 6, 4), Flag(isCross), Flag(usesPast)],
        3, Attribute("num_heads", 2)).Texts);

    [Fact]
    public void UnknownFlagsOfADecoderLeaveItsStateOpen()
    {
        Inferred decoder = All(Ms + "DecoderAttention", 1,
            [Float(3, 2, 8), Float(5, 2, 8), Float(8, 8), Float(8, 16), Float(24), Hole, Hole, Hole, Tensor(ElementType.Bool, 1), Flag(false)], 3, Attribute("num_heads", 2));

        Assert.Equal("float32 2×2×?×4", decoder.Texts[1]);
        Assert.Contains("'i8'", decoder.Facts[1].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void PositionBiasesTakeLengthsFromElements()
    {
        Assert.Equal("float32 1×2×3×n", Op(Ms + "RelativePositionBias", 1, [Float(32, 2), Int(3), Ints("n")]));
        Assert.Contains("'i2'", All(Ms + "RelativePositionBias", 1, [Float(32, 2), Int(3), Tensor(ElementType.Int64, 1)], 1).Facts[0].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void GatedBiasesAreForEachPairOfPositions()
    {
        Assert.Equal("float32 n×4×s×s", Op(Ms + "GatedRelativePositionBias", 1, [Float("n", "s", 16)], Attribute("num_heads", 4)));
        Assert.Equal("float32 2×4×7×7", Op(Ms + "GatedRelativePositionBias", 1,
            [Float("t", 16), Hole, Hole, Hole, Hole, Hole, Tensor(ElementType.Int32, 2, 7)], Attribute("num_heads", 4)));
    }

    private static Operand Flag(bool value) => Value(ElementType.Bool, [1], value);
}
