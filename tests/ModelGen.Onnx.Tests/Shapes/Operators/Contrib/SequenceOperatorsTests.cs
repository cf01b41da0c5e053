using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class SequenceOperatorsTests
{
    private const string Ms = "com.microsoft.";

    [Fact]
    public void ABeamSearchGivesSequencesOfTheMostLength() => Assert.Equal(
        ["int32 n×2×20", "float16 n×2", "float16 17×n×4×100"],
        All(Ms + "BeamSearch", 1, [Tensor(ElementType.Int32, "n", 3), Number(20), Hole, Number(4), Number(2), Tensor(ElementType.Float16, 1)], 3, Attribute("vocab_size", 100)).Texts);

    [Fact]
    public void AnUnknownLimitIsBlamedOnItsInput()
    {
        Inferred search = All(Ms + "GreedySearch", 1, [Tensor(ElementType.Int32, "n", 3), Tensor(ElementType.Int32, 1)], 1);

        Assert.Equal("int32 n×?", search.Texts[0]);
        Assert.Contains("'i1'", search.Facts[0].Loss!.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GreedySearch")]
    [InlineData("Sampling")]
    public void OneSequenceEachComesWithoutBeams(string op) =>
        Assert.Equal("int32 n×20", Op(Ms + op, 1, [Tensor(ElementType.Int32, "n", 3), Number(20)]));

    [Fact]
    public void HowManyTokensWhisperDecodesIsNotKnown() => Assert.Equal(
        ["int32 n×1×20", "float32 n×1", "float32 ?×n×2×?", "float32 n×1×?×?×?", "float32 n"],
        All(Ms + "WhisperBeamSearch", 1, [Float("n", 80, 3000), Number(20), Hole, Number(2), Number(1)], 5, Attribute("model_type", 2)).Texts);

    [Fact]
    public void TokensAreAsManyAsTheLongestTextHas()
    {
        Assert.Equal("string n×?", Op(Ms + "Tokenizer", 1, [Tensor(ElementType.String, "n")]));
        Assert.Equal("string 2×3×?", Op(Ms + "Tokenizer", 1, [Tensor(ElementType.String, 2, 3)]));
        Assert.Contains("needs 1 or 2 dims", All(Ms + "Tokenizer", 1, [Tensor(ElementType.String, 2, 3, 4)], 1).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3, "string 0×0")]
    [InlineData(3, 0, "string 3×0")]
    public void NoTextGivesNoToken(int rows, int columns, string expected) => Assert.Equal(expected, Op(Ms + "Tokenizer", 1, [Tensor(ElementType.String, rows, columns)]));

    [Fact]
    public void PaddingIsTakenOutAndPutBack()
    {
        Assert.Equal(["float32 ?×8", "int32 n×s", "int32 ?", "int32 1"], All(Ms + "RemovePadding", 1, [Float("n", "s", 8), Tensor(ElementType.Int32, "n")], 4).Texts);
        Assert.Equal("int32 3", All(Ms + "RemovePadding", 1, [Float(2, "s", 8), Tensor(ElementType.Int32, 2)], 4).Texts[2]);
        Assert.Equal("float32 n×s×8", Op(Ms + "RestorePadding", 1, [Float("t", 8), Tensor(ElementType.Int32, "n", "s")]));
    }

    [Fact]
    public void TokensGoThroughABifurcationWithoutPredictions()
    {
        Operand[] inputs = [Tensor(ElementType.Int64, "s"), Tensor(ElementType.Int64, 4), Tensor(ElementType.Int64)];

        Assert.Equal(["int64 4", "int64 scalar"], All(Ms + "BifurcationDetector", 1, inputs, 2).Texts);
        Assert.Equal("int64 ?", Op(Ms + "BifurcationDetector", 1, [.. inputs, Tensor(ElementType.Int64, 5)]));
    }

    [Fact]
    public void AttentionInAnLstmDoesNotChangeItsShapes() => Assert.Equal(
        ["float32 t×1×n×4", "float32 1×n×4", "float32 1×n×4"], All(Ms + "AttnLSTM", 1, [Float("t", "n", 3), Float(1, 16, 7), Float(1, 16, 4)], 3).Texts);

    [Fact]
    public void AWordIsAVectorOfItsFilters() => Assert.Equal("float32 n×6", Op(Ms + "WordConvEmbedding", 1, [Tensor(ElementType.Int32, "n", 5), Float(6, 1, 2, 4), Float(6), Float(10, 4)]));

    [Fact]
    public void HashesOfTokensHaveHeadsForEachLength()
    {
        Assert.Equal(["int64 n×s×4", "int64 n×2"], All(Ms + "NGramHashMapping", 1, [Tensor(ElementType.Int64, "n", "s")], 2, Attribute("max_ngram_size", 3), Attribute("n_head_per_ngram", 2)).Texts);
        Assert.Equal(["int64 t×4", "int64 2×2", "int32 2×2"], All(Ms + "VarlenNGramHashMapping", 1,
            [Tensor(ElementType.Int64, "t"), Hole, Hole, Tensor(ElementType.Int32, 3)], 3, Attribute("max_ngram_size", 3), Attribute("n_head_per_ngram", 2)).Texts);
        Assert.Contains("needs max_ngram_size", All(Ms + "NGramHashMapping", 1, [Tensor(ElementType.Int64, "n", "s")], 1).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2, 12, "float32 2×5×12", "float32 2×2×4×6")]
    [InlineData(2, 4, 12, "float32 2×5×12", "float32 2×4×4×3")]
    [InlineData(4, 2, 12, "float32 2×5×24", "float32 2×2×2×6")]
    public void LinearAttentionHasAnOutputForEachHeadOfWhicheverAreMore(int heads, int keyHeads, int width, string output, string state) => Assert.Equal([output, state],
        All(Ms + "LinearAttention", 1, [Float(2, 5, 8), Float(2, 5, 8), Float(2, 5, width)], 2, Attribute("q_num_heads", heads), Attribute("kv_num_heads", keyHeads)).Texts);

    [Fact]
    public void ADeltaNetworkKeepsAStateForEachSequence()
    {
        Assert.Equal(["float16 t×4×6", "float32 n×4×6×8", "float32 n×88"], All(Ms + "GatedDeltaNet", 1,
            [Tensor(ElementType.Float16, "t", 2, 8), Hole, Tensor(ElementType.Float16, "t", 4, 6), Hole, Hole, Hole, Float("n", 4, 6, 8)], 3, Attribute("state_update_capacity", 2)).Texts);
        Assert.Contains("needs 3 or 4 dims", All(Ms + "GatedDeltaNet", 1, [Float(3, 8), Hole, Float(3, 6)], 1).Fault, StringComparison.Ordinal);
    }

    private static Operand Number(int value) => Value(ElementType.Int32, [1], value);
}
