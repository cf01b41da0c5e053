using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class PoolingTests
{
    [Theory]
    [InlineData("AveragePool", 1)]
    [InlineData("AveragePool", 22)]
    [InlineData("MaxPool", 1)]
    [InlineData("MaxPool", 22)]
    [InlineData("LpPool", 2)]
    [InlineData("LpPool", 22)]
    public void APoolKeepsBatchAndChannels(string op, int opset) =>
        Assert.Equal("float32 n×c×16×15", Op(op, opset, [Float("n", "c", 32, 32)], Attribute("kernel_shape", 2, 3), Attribute("strides", 2, 2)));

    [Fact]
    public void TheIndicesOfAMaximumAreAsTheOutput() =>
        Assert.Equal(["float32 1×1×2", "int64 1×1×2"], All("MaxPool", 8, [Float(1, 1, 4)], 2, Attribute("kernel_shape", new long[] { 2 }), Attribute("strides", new long[] { 2 })).Texts);

    [Fact]
    public void CeilModeCountsAWindowThatTheInputDoesNotFill() =>
        Assert.Equal("float32 1×1×3", Op("MaxPool", 10, [Float(1, 1, 6)], Attribute("kernel_shape", new long[] { 3 }), Attribute("strides", new long[] { 2 }), Attribute("ceil_mode", 1)));

    [Fact]
    public void CeilModeDropsAWindowThatWouldBeginInThePaddingAfterTheInput() =>
        Assert.Equal("float32 1×1×1", Op("AveragePool", 19, [Float(1, 1, 2)],
            Attribute("kernel_shape", new long[] { 3 }), Attribute("strides", new long[] { 4 }), Attribute("pads", 1, 2), Attribute("ceil_mode", 1)));

    [Fact]
    public void APoolOfStrideOneThatIsPaddedToItsReachKeepsNamedDims()
    {
        Assert.Equal("float32 n×c×h", Op("MaxPool", 12, [Float("n", "c", "h")], Attribute("kernel_shape", new long[] { 3 }), Attribute("dilations", new long[] { 2 }), Attribute("pads", 2, 2)));
        Assert.Equal("float32 n×c×h", Op("MaxPool", 12, [Float("n", "c", "h")], Attribute("kernel_shape", new long[] { 3 }), Attribute("auto_pad", "SAME_LOWER")));
        Assert.Equal("float32 n×c×?", Op("MaxPool", 12, [Float("n", "c", "h")], Attribute("kernel_shape", new long[] { 3 })));
    }

    [Fact]
    public void SamePaddingIsFoundWithoutTheDilation() =>
        // ONNX Runtime pads for the kernel as it is, then takes the dilated one off.
        Assert.Equal("float32 1×1×4", Op("MaxPool", 12, [Float(1, 1, 8)],
            Attribute("kernel_shape", new long[] { 3 }), Attribute("dilations", new long[] { 3 }), Attribute("auto_pad", "SAME_UPPER")));

    [Fact]
    public void WhereNoWindowFitsTheRuntimesDivisionRoundsTowardsZero()
    {
        Assert.Equal("float32 1×1×0", Op("MaxPool", 12, [Float(1, 1, 2)], Attribute("kernel_shape", new long[] { 3 })));
        Assert.Equal("float32 1×1×1", Op("MaxPool", 12, [Float(1, 1, 2)], Attribute("kernel_shape", new long[] { 3 }), Attribute("strides", new long[] { 2 })));
    }

    [Fact]
    public void WithoutTheInputsRankTheKernelGivesIt() => Assert.Equal("float32 ?×?×?×?", Op("MaxPool", 12, [Unranked(ElementType.Float)], Attribute("kernel_shape", 2, 2)));

    [Theory]
    [InlineData("GlobalAveragePool", 1)]
    [InlineData("GlobalMaxPool", 22)]
    [InlineData("GlobalLpPool", 2)]
    public void AGlobalPoolLeavesOneElementAChannel(string op, int opset) => Assert.Equal("float32 n×c×1×1", Op(op, opset, [Float("n", "c", "h", 7)]));

    [Fact]
    public void AGlobalPoolOfUnknownRankIsOfUnknownRank() => Assert.Null(All("GlobalMaxPool", 1, [Unranked(ElementType.Float)], 1).Facts[0].Shape);

    [Fact]
    public void AnUnpoolIsTheInverseOfAPool() =>
        Assert.Equal("float32 1×c×4×7", Op("MaxUnpool", 11, [Float(1, "c", 2, 3), Tensor(ElementType.Int64, 1, "c", 2, 3)], Attribute("kernel_shape", 2, 3), Attribute("strides", 2, 2)));

    [Fact]
    public void TheShapeThatAnUnpoolIsGivenCounts() =>
        Assert.Equal("float32 1×c×9×?", Op("MaxUnpool", 11, [Float(1, "c", 2, 3), Tensor(ElementType.Int64, 1, "c", 2, 3), Ints(1, "c", 9, null)], Attribute("kernel_shape", 2, 3)));

    [Fact]
    public void AnUnknownShapeForAnUnpoolLeavesItsSpatialDimsOpen()
    {
        Inferred unpool = All("MaxUnpool", 11, [Float(1, "c", 2, 3), Float(1, "c", 2, 3), Tensor(ElementType.Int64, 4)], 1, Attribute("kernel_shape", 2, 3));
        Assert.Equal("float32 1×c×?×?", unpool.Texts[0]);
        Assert.Contains("elements of its input 'i2'", unpool.Facts[0].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAPoolCantRunIsNamed()
    {
        Assert.Contains("has no kernel_shape", All("MaxPool", 12, [Float(1, 1, 4)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs 2 values of kernel_shape", All("MaxPool", 12, [Float(1, 1, 4, 4)], 1, Attribute("kernel_shape", new long[] { 2 })).Fault, StringComparison.Ordinal);
        Assert.Contains("needs padding smaller than its kernel", All("MaxPool", 12, [Float(1, 1, 4)], 1, Attribute("kernel_shape", new long[] { 2 }), Attribute("pads", 2, 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("has a kernel that does not fit", All("MaxPool", 12, [Float(1, 1, 2)], 1, Attribute("kernel_shape", new long[] { 9 })).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyTheBatchOfAPoolCanBeEmpty()
    {
        Assert.Equal("float32 0×2×2", Op("MaxPool", 12, [Float(0, 2, 4)], Attribute("kernel_shape", new long[] { 3 })));
        Assert.Contains("can't run on an empty input, unless the batch is", All("MaxPool", 12, [Float(1, 0, 4)], 1, Attribute("kernel_shape", new long[] { 3 })).Fault, StringComparison.Ordinal);
    }
}
