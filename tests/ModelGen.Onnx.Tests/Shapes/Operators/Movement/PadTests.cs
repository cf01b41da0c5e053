using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class PadTests
{
    [Fact]
    public void PadsAreAttributesBefore11AndAnInputAfter()
    {
        Assert.Equal("float32 6×n", Op("Pad", 1, [Float(3, "n")], Attribute("paddings", 1, 0, 2, 0)));
        Assert.Equal("float32 6×n", Op("Pad", 2, [Float(3, "n")], Attribute("pads", 1, 0, 2, 0)));
        Assert.Equal("float32 6×n", Op("Pad", 11, [Float(3, "n"), Ints(1, 0, 2, 0)]));
        Assert.Equal("float32 6×?", Op("Pad", 13, [Float(3, "n"), Ints(1, 0, 2, 1)]));
    }

    [Fact]
    public void AxesChooseWhatIsPaddedFrom18On()
    {
        Assert.Equal("float32 3×7", Op("Pad", 18, [Float(3, 4), Ints(1, 2), Hole, Ints(-1)]));
        Assert.Equal("float32 ?×?", Op("Pad", 18, [Float(3, 4), Ints(1, 2), Hole, Tensor(ElementType.Int64, 1)]));
        Assert.Contains("axis 1 twice", All("Pad", 18, [Float(3, 4), Ints(1, 1, 1, 1), Hole, Ints(1, -1)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void NegativePadsTakeAway()
    {
        Assert.Equal("2 3", All("Pad", 13, [Ints(1, 2, 3, 4), Ints(-1, -1)], 1).Elements);
        Assert.Equal("4 0 0", All("Pad", 13, [Ints(1, 2, 3, 4), Ints(-3, 2)], 1).Elements);
        Assert.Contains("takes 5 from the dim 0", All("Pad", 13, [Float(4), Ints(-2, -3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownPadsOpenTheirOwnAxisOnly()
    {
        Assert.Equal("float32 ?×4", Op("Pad", 13, [Float(3, 4), Ints(null, 0, 0, 0)]));
        Assert.Equal("float32 ?×?", Op("Pad", 13, [Float(3, 4), Tensor(ElementType.Int64, 4)]));
        Assert.Equal("float32 of unknown rank", Op("Pad", 13, [Unranked(ElementType.Float), Ints(1, 1)]));
    }

    [Theory]
    [InlineData("constant", "9 9 1 2 3 9")]
    [InlineData("edge", "1 1 1 2 3 3")]
    [InlineData("reflect", "3 2 1 2 3 2")]
    [InlineData("wrap", "2 3 1 2 3 1")]
    public void EachModeFillsInItsOwnWay(string mode, string expected) =>
        Assert.Equal(expected, All("Pad", 19, [Ints(1, 2, 3), Ints(2, 1), Int(9)], 1, Attribute("mode", mode)).Elements);

    [Fact]
    public void TheFillIs0UnlessGiven()
    {
        Assert.Equal("0 1", All("Pad", 13, [Ints(1), Ints(1, 0)], 1).Elements);
        Assert.Equal("? 1", All("Pad", 13, [Ints(1), Ints(1, 0), Tensor(ElementType.Int64)], 1).Elements);
        Assert.Equal("2.5 1", All("Pad", 2, [Floats(1f)], 1, Attribute("pads", 1, 0), Attribute("value", 2.5f)).Elements);
    }

    [Theory]
    [InlineData("reflect", 3, 3, "only 2 to reflect")]
    [InlineData("edge", 0, 1, "there is nothing")]
    [InlineData("edge", 2, -2, "there is nothing")]
    [InlineData("wrap", 0, 1, "there is nothing")]
    [InlineData("mirror", 3, 1, "must be constant, reflect, edge or wrap")]
    public void PadsThatTheModeCantFillAreAFault(string mode, long size, long pad, string message) =>
        Assert.Contains(message, All("Pad", 19, [Float(size), Ints(pad, 0)], 1, Attribute("mode", mode)).Fault, StringComparison.Ordinal);

    [Fact]
    public void TooFewPadsAreAFault()
    {
        Assert.Contains("has 2 pads for 2 axes", All("Pad", 13, [Float(3, 4), Ints(1, 1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 1 dims", All("Pad", 13, [Float(), Ints()], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has no pads", All("Pad", 13, [Float(3, 4)], 1).Fault, StringComparison.Ordinal);
    }
}
