using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class RecurrentTests
{
    [Theory]
    [InlineData("RNN", 1)]
    [InlineData("GRU", 3)]
    [InlineData("LSTM", 4)]
    public void EveryStateAndTheLastAreGiven(string op, int gates)
    {
        Inferred layer = All(op, 14, [Float("t", "n", 10), Float(1, gates * 6, 10), Float(1, gates * 6, 6)], 2, Attribute("hidden_size", 6));
        Assert.Equal(["float32 t×1×n×6", "float32 1×n×6"], layer.Texts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(14)]
    [InlineData(22)]
    public void AnLstmGivesItsLastCellsToo(int opset) => Assert.Equal(["float32 5×2×3×6", "float32 2×3×6", "float32 2×3×6"],
        All("LSTM", opset, [Float(5, 3, 10), Float(2, 24, 10), Float(2, 24, 6)], 3, Attribute("hidden_size", 6), Attribute("direction", "bidirectional")).Texts);

    [Fact]
    public void TheBatchCanComeFirst() => Assert.Equal(["float32 n×t×1×6", "float32 n×1×6", "float32 n×1×6"],
        All("LSTM", 14, [Float("n", "t", 10), Float(1, 24, 10), Float(1, 24, 6)], 3, Attribute("hidden_size", 6), Attribute("layout", 1)).Texts);

    [Fact]
    public void WithoutHiddenSizeTheWeightsGiveIt()
    {
        Assert.Equal("float32 t×1×n×6", Op("GRU", 7, [Float("t", "n", 10), Unranked(ElementType.Float), Float(1, 18, 6)]));
        Assert.Equal("float32 t×1×n×6", Op("GRU", 7, [Float("t", "n", 10), Float(1, 18, 10), Unranked(ElementType.Float)]));
        Assert.Equal("float32 t×1×n×?", Op("GRU", 7, [Float("t", "n", 10), Unranked(ElementType.Float), Unranked(ElementType.Float)]));
    }

    [Fact]
    public void UnknownInputsLeaveStepsAndBatchOpen() => Assert.Equal("float32 ?×1×?×6", Op("RNN", 14, [Unranked(ElementType.Float), Hole, Hole], Attribute("hidden_size", 6)));

    [Fact]
    public void InputsOfOtherRanksAreNamed() => Assert.Contains("needs 3 dims", All("RNN", 14, [Float(1, 2), Hole, Hole], 1).Fault, StringComparison.Ordinal);
}
