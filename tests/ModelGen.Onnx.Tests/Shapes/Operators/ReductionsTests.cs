using ModelGen.Onnx.Operators;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ReductionsTests
{
    private static IEnumerable<Operator> Reducing => Reductions.Family.Operators.Where(row => row.Name.StartsWith("Reduce", StringComparison.Ordinal));

    [Fact]
    public void AxesAreAnAttributeOrAnInputByVersion() => Assert.All(Reducing, row => Assert.All(row.Versions, version =>
    {
        bool isInput = version >= (row.Name == "ReduceSum" ? 13 : 18);
        Assert.Equal("float32 n×1×4", isInput
            ? Op(row.Name, version, [Float("n", 3, 4), Ints(1)])
            : Op(row.Name, version, [Float("n", 3, 4)], Attribute("axes", [1L])));
    }));

    [Fact]
    public void ReducedDimsGoUnlessTheyAreKept()
    {
        Assert.Equal("float32 n", Op("ReduceMax", 18, [Float("n", 3, 4), Ints(-1, 1)], Attribute("keepdims", 0)));
        Assert.Equal("float32 1×1×1", Op("ReduceMax", 18, [Float("n", 3, 4)]));
        Assert.Equal("float32 scalar", Op("ReduceMax", 18, [Unranked(ElementType.Float)], Attribute("keepdims", 0)));
    }

    [Fact]
    public void EmptyAxesMeanAllOrNone()
    {
        Assert.Equal("float32 1×1", Op("ReduceSum", 13, [Float("n", 3), Ints()]));
        Assert.Equal("float32 n×3", Op("ReduceSum", 13, [Float("n", 3), Ints()], Attribute("noop_with_empty_axes", 1)));
        Assert.Equal("float32 n×3", Op("ReduceL2", 18, [Float("n", 3)], Attribute("noop_with_empty_axes", 1)));
        Assert.Equal("2 3", All("ReduceSum", 13, [Ints(2, 3)], 1, Attribute("noop_with_empty_axes", 1)).Elements);
        Assert.Equal("float32 1×1", Op("ReduceMean", 13, [Float("n", 3)], Attribute("axes", Array.Empty<long>())));
    }

    [Fact]
    public void UnknownAxesLeaveTheRankOrTheirNumber()
    {
        Operand axes = Tensor(ElementType.Int64, 2);

        Assert.Equal("float32 ?×1×?", Op("ReduceSum", 13, [Float(2, 1, 4), axes]));
        Assert.Equal("float32 ?", Op("ReduceSum", 13, [Float(2, 1, 4), axes], Attribute("keepdims", 0)));
        Assert.Equal("float32 of unknown rank", Op("ReduceSum", 13, [Float(2), axes], Attribute("keepdims", 0)));
    }

    [Fact]
    public void AnAxisThatDoesNotExistIsAFaultUnlessThereIsOneElementWithoutAxes()
    {
        Assert.Contains("has the axis 2", All("ReduceSum", 13, [Float(2, 3), Ints(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Equal("float32 scalar", Op("ReduceSum", 13, [Float(), Ints(2)]));
    }

    [Fact]
    public void TheSameAxisTwiceCountsOnce() => Assert.Equal("float32 3", Op("ReduceSum", 13, [Float(2, 3), Ints(0, -2)], Attribute("keepdims", 0)));

    [Theory]
    [InlineData("ReduceSum", "6 15")]
    [InlineData("ReduceProd", "6 120")]
    [InlineData("ReduceMax", "3 6")]
    [InlineData("ReduceMin", "1 4")]
    [InlineData("ReduceMean", "2 5")]
    public void ElementsAreReducedAlongTheAxes(string op, string expected) =>
        Assert.Equal(expected, All(op, 18, [Value(ElementType.Int64, [2, 3], 1, 2, 3, 4, 5, 6), Ints(1)], 1).Elements);

    [Fact]
    public void AxesNeedNotBeNeighbours() =>
        Assert.Equal("14 22", All("ReduceSum", 13, [Value(ElementType.Float, [2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8), Ints(0, 2)], 1).Elements);

    [Fact]
    public void AProductOfDimsIsKnownIfAllButOneAreOnes()
    {
        Assert.Equal("n", All("ReduceProd", 18, [Ints(1, "n", 1)], 1).Elements);
        Assert.Equal("?", All("ReduceProd", 18, [Ints(2, "n")], 1).Elements);
        Assert.Equal("0", All("ReduceProd", 18, [Ints(0, "n")], 1).Elements);
    }

    [Fact]
    public void MeansOfIntegersAreCutTowardsZero() => Assert.Equal("-2", All("ReduceMean", 18, [Ints(1, -4, -4)], 1).Elements);

    [Fact]
    public void FloatsAreSummedWhereTheOrderDoesNotMatter()
    {
        Assert.Equal("0.30000001192092896", All("ReduceSum", 13, [Floats(0.1f, 0.2f)], 1).Elements);
        Assert.Equal("6", All("ReduceSum", 13, [Floats(1, 2, 3)], 1).Elements);
        Assert.Equal("?", All("ReduceSum", 13, [Floats(0.1f, 0.2f, 0.3f)], 1).Elements);
        Assert.Equal("?", All("ReduceProd", 18, [Floats(4096, 4096, 3)], 1).Elements);
        Assert.Equal("1.3333333730697632", All("ReduceMean", 18, [Floats(1, 1, 2)], 1).Elements);
    }

    [Fact]
    public void NothingSumsUpToZeroAndHasNoLargest()
    {
        Assert.Equal("0", All("ReduceSum", 13, [Ints()], 1).Elements);
        Assert.Equal("1", All("ReduceProd", 18, [Floats()], 1).Elements);
        Assert.Equal("?", All("ReduceMax", 18, [Floats()], 1).Elements);
    }

    [Fact]
    public void TheExtremesPlaceIsTheFirstOrTheLast()
    {
        Operand input = Value(ElementType.Float, [2, 3], 1, 5, 5, 7, 2, 7);

        Assert.Equal("int64 n×1", Op("ArgMax", 13, [Float("n", 3)], Attribute("axis", -1)));
        Assert.Equal("int64 3", Op("ArgMin", 13, [Float("n", 3)], Attribute("keepdims", 0)));
        Assert.Equal("1 0", All("ArgMax", 13, [input], 1, Attribute("axis", 1)).Elements);
        Assert.Equal("2 2", All("ArgMax", 13, [input], 1, Attribute("axis", 1), Attribute("select_last_index", 1)).Elements);
        Assert.Equal("0 1 0", All("ArgMin", 13, [input], 1).Elements);
        Assert.Equal("?", All("ArgMax", 13, [Ints(1, "n")], 1).Elements);
        Assert.Equal("0", All("ArgMax", 13, [Ints("n")], 1).Elements);
        Assert.Contains("the best of no elements", All("ArgMin", 13, [Float(0, 3)], 1).Fault, StringComparison.Ordinal);
        Assert.Equal("int64 0×1", Op("ArgMin", 13, [Float(0, 3)], Attribute("axis", 1)));
    }

    [Fact]
    public void SumsAccumulateAlongTheirAxis()
    {
        Operand input = Value(ElementType.Int64, [2, 3], 1, 2, 3, 4, 5, 6);

        Assert.Equal("1 3 6 4 9 15", All("CumSum", 14, [input, Int(1)], 1).Elements);
        Assert.Equal("5 7 9 4 5 6", All("CumSum", 14, [input, Int(0)], 1, Attribute("reverse", 1)).Elements);
        Assert.Equal("0 1 3 0 4 9", All("CumSum", 14, [input, Int(-1)], 1, Attribute("exclusive", 1)).Elements);
        Assert.Equal("5 3 0 11 6 0", All("CumSum", 14, [input, Int(-1)], 1, Attribute("exclusive", 1), Attribute("reverse", 1)).Elements);
        Assert.Equal("1 2 6", All("CumProd", 26, [Ints(1, 2, 3), Int(0)], 1).Elements);
        Assert.Equal("1 1 n ?", All("CumProd", 26, [Ints(1, "n", 2, 3), Int(0)], 1, Attribute("exclusive", 1)).Elements);
    }

    [Fact]
    public void AnUnknownAxisKeepsTheShape()
    {
        Inferred sum = All("CumSum", 14, [Ints(1, 2), Tensor(ElementType.Int64)], 1);

        Assert.Equal("int64 2", sum.Texts[0]);
        Assert.Null(sum.Elements);
        Assert.Contains("has the axis 1", All("CumSum", 14, [Ints(1, 2), Int(1)], 1).Fault, StringComparison.Ordinal);
    }
}
