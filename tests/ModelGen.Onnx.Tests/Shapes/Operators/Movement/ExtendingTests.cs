using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ExtendingTests
{
    [Fact]
    public void ExpandBroadcastsBothWays()
    {
        Assert.Equal("float32 2×3×4", Op("Expand", 13, [Float(3, 1), Ints(2, 1, 4)]));
        Assert.Equal("float32 2×3", Op("Expand", 13, [Float(2, 3), Int(1)]));
        Assert.Equal("float32 n×3", Op("Expand", 13, [Float(1, 3), Ints("n", 3)]));
        Assert.Equal("float32 0×3", Op("Expand", 13, [Float(1, 3), Ints(0, 3)]));
    }

    [Fact]
    public void ExpandByUnknownSizesKeepsDimsThatAreNot1()
    {
        Inferred result = All("Expand", 13, [Float(1, 3), Tensor(ElementType.Int64, 3)], 1);

        Assert.Equal("float32 ?×?×3", result.Texts[0]);
        Assert.Contains("its input 'i1'", result.Facts[0].Loss?.Why, StringComparison.Ordinal);
        Assert.Equal("float32 of unknown rank", Op("Expand", 13, [Float(1, 3), Unranked(ElementType.Int64)]));
    }

    [Fact]
    public void ExpandRepeatsElements()
    {
        Assert.Equal("1 n 1 n", All("Expand", 13, [Ints(1, "n"), Ints(2, 1)], 1).Elements);
        Assert.Equal("5 5 5", All("Expand", 13, [Int(5), Ints(3)], 1).Elements);
    }

    [Fact]
    public void ExpandThatDoesNotFitIsAFault()
    {
        Assert.Contains("can't broadcast", All("Expand", 13, [Float(2, 3), Ints(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("sizes are at least 0", All("Expand", 13, [Float(1, 3), Ints(-1, 3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void TileMultipliesDims()
    {
        Assert.Equal("float32 4×n×0", Op("Tile", 13, [Float(2, "n", 3), Ints(2, 1, 0)]));
        Assert.Equal("float32 n×?", Op("Tile", 6, [Float(1, 3), Ints("n", null)]));
        Assert.Equal("float32 ?×?", Op("Tile", 13, [Unranked(ElementType.Float), Ints(2, 2)]));
        Assert.Equal("float32 ?×0", Op("Tile", 13, [Float(2, 0), Unranked(ElementType.Int64)]));
    }

    [Fact]
    public void TileBefore6GoesAlongOneAxis() => Assert.Equal("float32 2×6", Op("Tile", 1, [Float(2, 3), Floats(2f), Floats(1f)]));

    [Fact]
    public void TileRepeatsElements() =>
        Assert.Equal("1 2 1 2 3 4 3 4 1 2 1 2 3 4 3 4", All("Tile", 13, [Value(ElementType.Int64, [2, 2], 1, 2, 3, 4), Ints(2, 2)], 1).Elements);

    [Fact]
    public void TileThatDoesNotFitIsAFault()
    {
        Assert.Contains("has 1 repeats for its input 'i0', which is 2×3", All("Tile", 13, [Float(2, 3), Ints(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 0", All("Tile", 13, [Float(2, 3), Ints(2, -1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("beyond 63 bits", All("Tile", 13, [Float(long.MaxValue), Ints(2)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void CenterCropPadGivesTheSizesAskedFor()
    {
        Assert.Equal("float32 7×4", Op("CenterCropPad", 18, [Float(5, 9), Ints(7, 4)]));
        Assert.Equal("float32 n×4", Op("CenterCropPad", 18, [Float("n", 9), Ints(4)], Attribute("axes", [-1L])));
        Assert.Equal("float32 ?×3", Op("CenterCropPad", 18, [Float(5, 9), Ints(null, 3)]));
        Assert.Contains("has 1 sizes for 2 axes", All("CenterCropPad", 18, [Float(5, 9), Ints(4)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void CenterCropPadKeepsTheMiddle()
    {
        Assert.Equal("2 3", All("CenterCropPad", 18, [Ints(1, 2, 3, 4, 5), Ints(2)], 1).Elements);
        Assert.Equal("0 1 2 0 0", All("CenterCropPad", 18, [Ints(1, 2), Ints(5)], 1).Elements);
    }
}
