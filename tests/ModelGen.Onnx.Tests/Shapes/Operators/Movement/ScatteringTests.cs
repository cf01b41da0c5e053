using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ScatteringTests
{
    [Fact]
    public void TheShapeIsThatOfTheData()
    {
        Assert.Equal("float32 n×3", Op("ScatterElements", 18, [Float("n", 3), Tensor(ElementType.Int64, 1, 2), Float(1, 2)], Attribute("axis", 1)));
        Assert.Equal("float32 n×3", Op("Scatter", 9, [Float("n", 3), Tensor(ElementType.Int64, 1, 2), Float(1, 2)], Attribute("axis", 1)));
        Assert.Equal("float32 n×3", Op("ScatterND", 18, [Float("n", 3), Tensor(ElementType.Int64, 2, 1), Float(2, 3)]));
        Assert.Equal("float32 ?×?", Op("ScatterElements", 18, [Unranked(ElementType.Float), Tensor(ElementType.Int64, 1, 2), Float(1, 2)]));
    }

    [Fact]
    public void ScatterIsGoneFrom11On() => Assert.Contains("opset 11 replaced by ScatterElements", All("Scatter", 11, [Float(5), Ints(0), Float(1)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void UpdatesReplaceElements()
    {
        Assert.Equal("1 n 3", All("ScatterElements", 13, [Ints(1, 2, 3), Ints(-2), Ints("n")], 1).Elements);
        Assert.Equal("1 ? 3", All("ScatterElements", 13, [Ints(1, 2, 3), Ints(1), Tensor(ElementType.Int64, 1)], 1).Elements);
        Assert.Equal("7 2 3 8", All("ScatterND", 13, [Value(ElementType.Int64, [2, 2], 1, 2, 3, 4), Value(ElementType.Int64, [2, 2], 0, 0, 1, 1), Ints(7, 8)], 1).Elements);
        Assert.Equal("1 2 7 8", All("ScatterND", 13, [Value(ElementType.Int64, [2, 2], 1, 2, 3, 4), Value(ElementType.Int64, [1, 1], 1), Value(ElementType.Int64, [1, 2], 7, 8)], 1).Elements);
    }

    [Theory]
    [InlineData("add", "1 9 3")]
    [InlineData("mul", "1 14 3")]
    [InlineData("max", "1 7 3")]
    [InlineData("min", "1 2 3")]
    [InlineData("odd", "1 ? 3")]
    public void ReductionsCombineOldAndNew(string reduction, string expected)
    {
        Assert.Equal(expected, All("ScatterElements", 18, [Ints(1, 2, 3), Ints(1), Ints(7)], 1, Attribute("reduction", reduction)).Elements);
        Assert.Equal(expected, All("ScatterND", 18, [Ints(1, 2, 3), Value(ElementType.Int64, [1, 1], 1), Ints(7)], 1, Attribute("reduction", reduction)).Elements);
    }

    [Fact]
    public void WhereAnIndexIsNotKnownNoElementIs()
    {
        Assert.Null(All("ScatterElements", 13, [Ints(1, 2, 3), Ints([null]), Ints(7)], 1).Elements);
        Assert.Null(All("ScatterND", 13, [Ints(1, 2, 3), Value(ElementType.Int64, [1, 1], [null]), Ints(7)], 1).Elements);
    }

    [Fact]
    public void WhatDoesNotFitIsAFault()
    {
        Assert.Contains("needs updates of 2×1, but its input 'i2' is 1×2", All("ScatterElements", 13, [Float(5, 2), Tensor(ElementType.Int64, 2, 1), Float(1, 2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("larger than its input 'i0'", All("ScatterElements", 13, [Float(5, 2), Tensor(ElementType.Int64, 2, 3), Float(2, 3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("as many dims in its indices", All("ScatterElements", 13, [Float(5, 2), Ints(0), Float(1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("takes the index 3 of a dim of 3", All("ScatterElements", 13, [Ints(1, 2, 3), Ints(3), Ints(1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs updates of 2×3, but its input 'i2' is 2×2", All("ScatterND", 13, [Float(5, 3), Tensor(ElementType.Int64, 2, 1), Float(2, 2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("indices of 2 axes", All("ScatterND", 13, [Float(5), Tensor(ElementType.Int64, 2, 2), Float(2)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void TensorScatterWritesIntoACache()
    {
        Assert.Equal("float32 b×4×100×8", Op("TensorScatter", 24, [Float("b", 4, 100, 8), Float("b", 4, 1, 8), Tensor(ElementType.Int64, "b")]));
        Assert.Contains("can't write 2×6×3 into", All("TensorScatter", 24, [Float(2, 5, 3), Float(2, 6, 3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("can't write 2×2×4 into", All("TensorScatter", 24, [Float(2, 5, 3), Float(2, 2, 4)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("which is the batch", All("TensorScatter", 24, [Float(2, 5, 3), Float(2, 2, 3)], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("each of 2 samples", All("TensorScatter", 24, [Float(2, 5, 3), Float(2, 2, 3), Ints(0)], 1).Fault, StringComparison.Ordinal);
    }
}
