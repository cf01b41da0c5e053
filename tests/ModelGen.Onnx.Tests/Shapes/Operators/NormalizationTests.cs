using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class NormalizationTests
{
    [Theory]
    [InlineData("InstanceNormalization", 6)]
    [InlineData("GroupNormalization", 21)]
    [InlineData("LpNormalization", 22)]
    [InlineData("LRN", 13)]
    [InlineData("MeanVarianceNormalization", 13)]
    [InlineData("BatchNormalization", 15)]
    [InlineData("LayerNormalization", 17)]
    public void TheOutputIsAsTheInput(string op, int opset) => Assert.Equal("float32 n×3×h×?", Op(op, opset, [Float("n", 3, "h", null), Float(3), Float(3)]));

    [Theory]
    [InlineData(1, 5)]
    [InlineData(9, 5)]
    [InlineData(14, 3)]
    [InlineData(15, 3)]
    public void StatisticsOfABatchHaveOneElementAChannel(int opset, int outputs)
    {
        Inferred batch = All("BatchNormalization", opset, [Float("n", 3, 8), Float(3), Float(3), Float(3), Float(3)], outputs);
        Assert.Equal(["float32 n×3×8", .. Enumerable.Repeat("float32 3", outputs - 1)], batch.Texts);
    }

    [Fact]
    public void FromVersion14StatisticsHaveATypeOfTheirOwn() => Assert.Equal(["float16 1×3×8", "float32 3", "float32 3"],
        All("BatchNormalization", 15, [Tensor(ElementType.Float16, 1, 3, 8), Float(3), Float(3), Float(3), Float(3)], 3, Attribute("training_mode", 1)).Texts);

    [Fact]
    public void ChannelsAreTheSecondDimOrOneWhereThereIsNone()
    {
        Operand unknown = Unranked(ElementType.Float);
        Assert.Equal("float32 c", All("BatchNormalization", 14, [Float("n", "c"), unknown, unknown, unknown, unknown], 3).Texts[1]);
        Assert.Equal("float32 1", All("BatchNormalization", 14, [Float("n"), unknown, unknown, unknown, unknown], 3).Texts[2]);
    }

    [Fact]
    public void LayerStatisticsKeepTheDimsBeforeTheAxis()
    {
        Assert.Equal(["float32 n×t×8", "float32 n×t×1", "float32 n×t×1"], All("LayerNormalization", 17, [Float("n", "t", 8), Float(8)], 3).Texts);
        Assert.Equal(["float16 n×t×8", "float32 n×1×1", "float32 n×1×1"],
            All("LayerNormalization", 17, [Tensor(ElementType.Float16, "n", "t", 8), Tensor(ElementType.Float16, "t", 8)], 3, Attribute("axis", 1)).Texts);
        Assert.Equal("float16 n×1", All("LayerNormalization", 17, [Tensor(ElementType.Float16, "n", 8), Float(8)], 3, Attribute("stash_type", 10)).Texts[1]);
        Assert.Contains("has the axis 3", All("LayerNormalization", 17, [Float("n", "t", 8), Float(8)], 3, Attribute("axis", 3)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void RmsNormalizationHasTheTypeOfItsScale() =>
        Assert.Equal("float16 n×8", Op("RMSNormalization", 23, [Float("n", 8), Tensor(ElementType.Float16, 8)]));
}
