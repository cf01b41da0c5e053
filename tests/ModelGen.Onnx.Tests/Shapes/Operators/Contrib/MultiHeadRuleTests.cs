using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class MultiHeadRuleTests
{
    private const string Op = "com.microsoft.MultiHeadAttention";
    private const string Masked = "com.microsoft.DecoderMaskedMultiHeadAttention";

    [Fact]
    public void ValuesMayBeWiderThanKeys() =>
        Assert.Equal(["float32 n×s×12", "float32 n×2×5×4", "float32 n×2×5×6", "undefined n×2×s×5"], Run([Float("n", "s", 8), Float("n", 5, 8), Float("n", 5, 12)]));

    // Undefined: the type of the scores is the exporter's choice, which the file declares.
    [Fact]
    public void CrossAttentionHandsItsStateOn() =>
        Assert.Equal(["float32 2×3×8", "float32 2×2×5×4", "float32 2×2×5×4", "undefined 2×2×3×5"], Run([Float(2, 3, 8), Float(2, 2, 5, 4), Float(2, 2, 5, 4)]));

    [Fact]
    public void QueryKeyAndValueMayBePackedIntoTheQuery() =>
        Assert.Equal(["float32 2×3×8", "float32 2×2×3×4", "float32 2×2×3×4", "undefined 2×2×3×3"], Run([Float(2, 3, 2, 3, 4)]));

    [Fact]
    public void KeyAndValueMayBePackedIntoTheKey() =>
        Assert.Equal(["float32 2×3×8", "float32 2×2×5×4", "float32 2×2×5×4", "undefined 2×2×3×5"], Run([Float(2, 3, 8), Float(2, 5, 2, 2, 4)]));

    [Fact]
    public void ThePastComesBeforeTheSequence() => Assert.Equal(
        ["float32 2×1×8", "float32 2×2×7×4", "float32 2×2×7×4", "undefined 2×2×1×7"],
        Run([Float(2, 1, 8), Float(2, 1, 8), Float(2, 1, 8), Hole, Hole, Hole, Float(2, 2, 6, 4), Float(2, 2, 6, 4)]));

    [Fact]
    public void ANamedPastMakesTheLengthUnknownUnlessNothingIsAdded() => Assert.Equal(
        "float32 2×2×?×4",
        Run([Float(2, 1, 8), Float(2, 1, 8), Float(2, 1, 8), Hole, Hole, Hole, Float(2, 2, "past", 4), Float(2, 2, "past", 4)])[1]);

    [Fact]
    public void ASharedBufferKeepsItsLength() => Assert.Equal(
        ["float32 2×1×8", "float32 2×2×6×4", "float32 2×2×6×4", "undefined 2×2×1×4"],
        Run([Float(2, 1, 8), Float(2, 1, 8), Float(2, 1, 8), Hole, Hole, Hole, Float(2, 2, 6, 4), Float(2, 2, 6, 4), Value(ElementType.Int32, [1], 3)]));

    [Fact]
    public void AMaskedDecoderSharesItsBufferWhereItSaysSo() => Assert.Equal(
        ["float32 2×1×8", "float32 2×2×6×4", "float32 2×2×6×4", "undefined 2×2×1×?"],
        All(Masked, 1, [Float(2, 1, 24), Hole, Hole, Hole, Hole, Float(2, 2, 6, 4), Float(2, 2, 6, 4), Tensor(ElementType.Int32, 1)], 4,
            Attribute("num_heads", 2), Attribute("past_present_share_buffer", 1)).Texts);

    [Theory]
    [InlineData(5, 6, 8, "they are 5 and 6")]
    [InlineData(5, 5, 7, "into 2 heads, but has 7")]
    public void KeysAndValuesThatDontFitCantRun(int keys, int values, int width, string why) =>
        Assert.Contains(why, All(Op, 1, [Float(2, 3, 8), Float(2, keys, 8), Float(2, values, width)], 3, Attribute("num_heads", 2)).Fault, StringComparison.Ordinal);

    [Fact]
    public void AMatrixIsNoQuery() => Assert.Contains("needs 3 to 5 dims", All(Op, 1, [Float(3, 8)], 1, Attribute("num_heads", 2)).Fault, StringComparison.Ordinal);

    private static string[] Run(Operand[] inputs) => All(Op, 1, inputs, 4, Attribute("num_heads", 2)).Texts;
}
