using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ShapeQueriesTests
{
    [Fact]
    public void ShapeGivesTheDimsAsElementsWithTheirNames()
    {
        Inferred shape = All("Shape", 13, [Float(2, "n", null, 0)], 1);

        Assert.Equal("int64 4", shape.Texts[0]);
        Assert.Equal("2 n ? 0", shape.Elements);
    }

    [Theory]
    [InlineData(1, 3, "3 4")]
    [InlineData(-2, 100, "4 5")]
    [InlineData(-100, -3, "2")]
    [InlineData(3, 1, "")]
    public void ShapeFrom15OnTakesPartOfTheDimsAndClampsItsEnds(long start, long end, string elements) =>
        Assert.Equal(elements, All("Shape", 15, [Float(2, 3, 4, 5)], 1, Attribute("start", start), Attribute("end", end)).Elements);

    [Fact]
    public void ShapeOfAnUnknownRankIsAVectorOfUnknownLength() => Assert.Equal("int64 ?", Op("Shape", 13, [Unranked(ElementType.Float)]));

    [Fact]
    public void ShapeSaysThatItsElementsComeFromOpenDims()
    {
        Assert.Equal(new OpenDims("i0"), All("Shape", 13, [Float(2, "n")], 1).Facts[0].Source);
        Assert.Null(All("Shape", 13, [Float(2, 3)], 1).Facts[0].Source);
    }

    [Fact]
    public void DimsThatDependOnDataAreBlamedOnTheNodeThatLostThem()
    {
        var loss = new ShapeLoss("NonZero 'mask'", "gives what it finds", FromOpenDims: false);
        Operand lost = Of(Fact.Tensor(ElementType.Int64, new TensorShape(new([Dim.Known(1), Dim.Unknown]))).LostAt(loss));
        Inferred shape = All("Shape", 13, [lost], 1);

        Assert.Equal(loss, All("Expand", 13, [Float(1, 1), Of(shape.Facts[0])], 1).Facts[0].Loss);
    }

    [Theory]
    [InlineData(3, "int64 scalar", "6")]
    [InlineData("n", "int64 scalar", "?")]
    [InlineData(0, "int64 scalar", "0")]
    public void SizeIsTheProductOfTheDims(object dim, string type, string elements)
    {
        Inferred size = All("Size", 13, [Float(2, dim)], 1);

        Assert.Equal(type, size.Texts[0]);
        Assert.Equal(elements, size.Elements);
    }

    [Fact]
    public void SizeOfOneNamedDimIsThatName() => Assert.Equal("n", All("Size", 13, [Float(1, "n")], 1).Elements);
}
