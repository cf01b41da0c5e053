using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class SlicingTests
{
    [Fact]
    public void EndsAreAttributesBefore10AndInputsAfter()
    {
        Assert.Equal("float32 4×2", Op("Slice", 1, [Float(5, 5)], Attribute("starts", 1, -3), Attribute("ends", 1000, -1)));
        Assert.Equal("float32 2×4", Op("Slice", 1, [Float(5, 5)], Attribute("starts", 1, -3), Attribute("ends", 1000, -1), Attribute("axes", 1, 0)));
        Assert.Equal("float32 2×4", Op("Slice", 10, [Float(5, 5), Ints(1, -3), Ints(1000, -1), Ints(1, 0)]));
    }

    [Theory]
    [InlineData(0, 3, 1, "0 1 2")]
    [InlineData(-2, long.MaxValue, 1, "3 4")]
    [InlineData(0, 5, 2, "0 2 4")]
    [InlineData(3, 1, 1, "")]
    [InlineData(-1, long.MinValue, -1, "4 3 2 1 0")]
    [InlineData(long.MaxValue, long.MinValue, -2, "4 2 0")]
    [InlineData(3, 0, -1, "3 2 1")]
    [InlineData(-2, -9, -1, "3 2 1 0")]
    [InlineData(3, int.MaxValue, -1, "3 2 1 0")]
    [InlineData(3, long.MaxValue, -1, "3 2 1 0")]
    [InlineData(3, int.MaxValue - 1, -1, "")]
    [InlineData(0, long.MaxValue, long.MaxValue, "0")]
    [InlineData(-1, long.MinValue, long.MinValue, "4")]
    public void ElementsAreTakenAsTheRuntimeTakesThem(long start, long end, long step, string expected) =>
        Assert.Equal(expected, All("Slice", 13, [Ints(0, 1, 2, 3, 4), Ints(start), Ints(end), Ints(0), Ints(step)], 1).Elements);

    [Theory]
    [InlineData(0, long.MaxValue, 1, "n")]
    [InlineData(0, int.MaxValue, 1, "n")]
    [InlineData(long.MinValue, long.MaxValue, 1, "n")]
    [InlineData(-1, long.MinValue, -1, "n")]
    [InlineData(0, long.MaxValue, 2, "?")]
    [InlineData(1, long.MaxValue, 1, "?")]
    [InlineData(0, 5, 1, "?")]
    [InlineData(0, -1, 1, "?")]
    [InlineData(5, 5, 1, "0")]
    [InlineData(-1, -3, 1, "0")]
    public void ANamedDimStaysWhereAllOfItIsTaken(long start, long end, long step, string expected) =>
        Assert.Equal("float32 " + expected, Op("Slice", 13, [Float("n"), Ints(start), Ints(end), Ints(0), Ints(step)]));

    [Fact]
    public void ANamedDimStaysWhereItIsItsOwnEnd()
    {
        Assert.Equal("float32 n×4", Op("Slice", 13, [Float("n", 4), Ints(0), Ints("n")]));
        Assert.Equal("float32 ?×4", Op("Slice", 13, [Float("n", 4), Ints(0), Ints("m")]));
    }

    [Fact]
    public void WhatIsNotKnownOpensItsOwnAxisOnly()
    {
        Assert.Equal("float32 2×?×4", Op("Slice", 13, [Float(2, 3, 4), Ints(0, null), Ints(2, 2), Ints(0, 1)]));
        Assert.Equal("float32 2×?×4", Op("Slice", 13, [Float(2, 3, 4), Ints(0), Tensor(ElementType.Int64, 1), Ints(1)]));
        Assert.Equal("float32 2×?×4", Op("Slice", 13, [Float(2, 3, 4), Unranked(ElementType.Int64), Unranked(ElementType.Int64), Ints(1)]));
        Assert.Equal("float32 ?×3×4", Op("Slice", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, 1), Tensor(ElementType.Int64, 1)]));
        Assert.Equal("float32 ?×0×?", Op("Slice", 13, [Float(2, 0, 4), Ints(0), Ints(1), Tensor(ElementType.Int64, 1)]));
        Assert.Equal("float32 of unknown rank", Op("Slice", 13, [Unranked(ElementType.Float), Ints(0), Ints(1)]));
    }

    [Fact]
    public void TheInputWhoseElementsAreMissingIsNamed() =>
        Assert.Contains("the elements of its input 'i2'", All("Slice", 13, [Float(2), Ints(0), Tensor(ElementType.Int64, 1)], 1).Facts[0].Loss?.Why, StringComparison.Ordinal);

    [Fact]
    public void PartOfAShapeKeepsItsNames() => Assert.Equal("n 4", All("Slice", 13, [Ints(2, "n", 4), Ints(1), Ints(3)], 1).Elements);

    [Fact]
    public void EndsThatDoNotFitTogetherAreAFault()
    {
        Assert.Contains("step of 0", All("Slice", 13, [Float(5), Ints(0), Ints(3), Ints(0), Ints(0)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has 2 of one and 1 of another", All("Slice", 13, [Float(5, 5), Ints(0, 0), Ints(3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("axis 0 twice", All("Slice", 13, [Float(5, 5), Ints(0, 0), Ints(3, 3), Ints(0, -2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("axis 1", All("Slice", 13, [Float(5), Ints(0, 0), Ints(3, 3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs both starts and ends", All("Slice", 13, [Float(5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 1 dims", All("Slice", 13, [Float(), Ints(), Ints()], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a vector", All("Slice", 13, [Float(5), Int(0), Int(3)], 1).Fault, StringComparison.Ordinal);
    }
}
