using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class BlocksTests
{
    [Fact]
    public void DepthAndSpaceAreExchanged()
    {
        Assert.Equal("float32 n×2×?×6", Op("DepthToSpace", 13, [Float("n", 8, "h", 3)], Attribute("blocksize", 2), Attribute("mode", "CRD")));
        Assert.Equal("float32 n×8×?×3", Op("SpaceToDepth", 13, [Float("n", 2, "h", 6)], Attribute("blocksize", 2)));
        Assert.Equal("float32 n×c×h×w", Op("SpaceToDepth", 1, [Float("n", "c", "h", "w")], Attribute("blocksize", 1)));
        Assert.Equal("float32 ?×?×?×?", Op("DepthToSpace", 1, [Unranked(ElementType.Float)], Attribute("blocksize", 2)));
    }

    [Theory]
    [InlineData("DepthToSpace", 2, "DCR", "needs a multiple of 4 in the dim 1")]
    [InlineData("SpaceToDepth", 2, "DCR", "needs a multiple of 2 in the dim 2")]
    [InlineData("DepthToSpace", 0, "DCR", "at least 1")]
    [InlineData("DepthToSpace", -1, "DCR", "at least 1")]
    [InlineData("DepthToSpace", 1, "ABC", "must be DCR or CRD")]
    [InlineData("DepthToSpace", long.MaxValue, "DCR", "beyond 63 bits")]
    public void BlocksThatDoNotFitAreAFault(string op, long block, string mode, string message) =>
        Assert.Contains(message, All(op, 13, [Float(1, 6, 5, 6)], 1, Attribute("blocksize", block), Attribute("mode", mode)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ImagesOfOtherRanksAreAFault() => Assert.Contains("needs 4 dims", All("SpaceToDepth", 13, [Float(8, 2, 4)], 1, Attribute("blocksize", 2)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ColumnsBecomeAnImageOfTheSizeGiven()
    {
        Assert.Equal("float32 n×2×3×4×5", Op("Col2Im", 18, [Float("n", 10, 12), Ints(3, 4, 5), Ints(1, 1, 5)]));
        Assert.Equal("float32 n×?×?×?", Op("Col2Im", 18, [Float("n", 10, 12), Tensor(ElementType.Int64, 2), Tensor(ElementType.Int64, 2)]));
        Assert.Equal("float32 of unknown rank", Op("Col2Im", 18, [Float("n", 10, 12), Unranked(ElementType.Int64), Unranked(ElementType.Int64)]));
    }

    [Fact]
    public void ColumnsThatDoNotFitAreAFault()
    {
        Assert.Contains("multiple of the elements of a block, 5", All("Col2Im", 18, [Float(1, 6, 5), Ints(5, 5), Ints(1, 5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("an image of 2 dims, but blocks of 1", All("Col2Im", 18, [Float(1, 5, 5), Ints(5, 5), Ints(5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has 2 pads, but needs 4", All("Col2Im", 18, [Float(1, 5, 5), Ints(5, 5), Ints(1, 5)], 1, Attribute("pads", 0, 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("has strides of [0, 1]", All("Col2Im", 18, [Float(1, 5, 5), Ints(5, 5), Ints(1, 5)], 1, Attribute("strides", 0, 1)).Fault, StringComparison.Ordinal);
    }
}
