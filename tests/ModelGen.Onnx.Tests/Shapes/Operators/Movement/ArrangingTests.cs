using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ArrangingTests
{
    [Fact]
    public void TransposeReversesTheDimsUnlessAnOrderIsGiven()
    {
        Assert.Equal("float32 4×n×2", Op("Transpose", 13, [Float(2, "n", 4)]));
        Assert.Equal("float32 n×4×2", Op("Transpose", 13, [Float(2, "n", 4)], Attribute("perm", 1, 2, 0)));
        Assert.Equal("float32 ?×?×?", Op("Transpose", 13, [Unranked(ElementType.Float)], Attribute("perm", 1, 2, 0)));
        Assert.Equal("float32 of unknown rank", Op("Transpose", 13, [Unranked(ElementType.Float)]));
    }

    [Fact]
    public void TransposeMovesElements() => Assert.Equal("1 4 n 5 3 ?", All("Transpose", 13, [Value(ElementType.Int64, [2, 3], 1, "n", 3, 4, 5, null)], 1).Elements);

    [Theory]
    [InlineData(new long[] { 0 }, "perm of 1 axes")]
    [InlineData(new long[] { 0, 0 }, "no order of the 2 dims")]
    [InlineData(new long[] { -1, 0 }, "no order of the 2 dims")]
    public void AnOrderThatIsNoneIsAFault(long[] perm, string message) =>
        Assert.Contains(message, All("Transpose", 13, [Float(2, 3)], 1, Attribute("perm", perm)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ConcatAddsAlongItsAxis()
    {
        Assert.Equal("float32 2×7", Op("Concat", 13, [Float(2, 3), Float(2, 4)], Attribute("axis", -1)));
        Assert.Equal("float32 2×?", Op("Concat", 13, [Float(2, 3), Float(2, "n")], Attribute("axis", 1)));
        Assert.Equal("float32 2×n", Op("Concat", 13, [Float(2, 0), Float(2, "n")], Attribute("axis", 1)));
        Assert.Equal("float32 2×7", Op("Concat", 1, [Float(2, 3), Float(2, 4)]));
    }

    [Fact]
    public void ConcatTakesFromEachInputWhatItKnowsOfTheOtherDims()
    {
        Assert.Equal("float32 2×3×n", Op("Concat", 13, [Float(1, null, "n"), Float(1, 3, null)], Attribute("axis", 0)));
        Assert.Equal("float32 ?×3", Op("Concat", 13, [Unranked(ElementType.Float), Float(1, 3)], Attribute("axis", 0)));
        Assert.Equal("float32 of unknown rank", Op("Concat", 13, [Unranked(ElementType.Float)], Attribute("axis", 0)));
    }

    [Fact]
    public void ConcatComparesNoDimsOfInputsWithoutElements() => Assert.Equal("float32 2×3", Op("Concat", 13, [Float(0, 7), Float(2, 3)], Attribute("axis", 0)));

    [Fact]
    public void ConcatOfWhatDoesNotFitIsAFault()
    {
        Assert.Contains("all dims but 0 must be equal", All("Concat", 13, [Float(2, 3), Float(2, 4)], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("different ranks: 2×3 and 2", All("Concat", 13, [Float(2, 3), Float(2)], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("has no axis", All("Concat", 13, [Float(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("axis 0", All("Concat", 13, [Float()], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ConcatPutsShapesTogetherEvenWhereAPartIsNotFollowed() =>
        Assert.Equal("2 n ? -1", All("Concat", 13, [Ints(2, "n"), Tensor(ElementType.Int64, 1), Ints(-1)], 1, Attribute("axis", 0)).Elements);

    [Fact]
    public void ConcatInterleavesElementsAlongInnerAxes() =>
        Assert.Equal("1 2 5 3 4 6", All("Concat", 13, [Value(ElementType.Int64, [2, 2], 1, 2, 3, 4), Value(ElementType.Int64, [2, 1], 5, 6)], 1, Attribute("axis", 1)).Elements);

    [Fact]
    public void ReverseSequenceKeepsTheShape()
    {
        Assert.Equal("float32 4×n", Op("ReverseSequence", 10, [Float(4, "n"), Ints(1, 2)]));
        Assert.Contains("a length for each of 3 sequences", All("ReverseSequence", 10, [Float(4, 3), Ints(1, 2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 2 dims", All("ReverseSequence", 10, [Float(4), Ints(1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("one must be 0 and the other 1", All("ReverseSequence", 10, [Float(4, 3), Ints(1, 2, 3)], 1, Attribute("time_axis", 1)).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, "1 2 3 0 5 6")]
    [InlineData(1, 1, "0 2 3 0 0 6")]
    [InlineData(1, long.MinValue, "1 2 3 4 5 6")]
    [InlineData(0, 0, "1 0 0 4 5 0")]
    [InlineData(0, -1, "0 0 0 4 0 0")]
    [InlineData(0, long.MaxValue, "1 2 3 4 5 6")]
    public void TriluKeepsOneSideOfADiagonal(long upper, long diagonal, string expected) =>
        Assert.Equal(expected, All("Trilu", 14, [Value(ElementType.Int64, [2, 3], 1, 2, 3, 4, 5, 6), Int(diagonal)], 1, Attribute("upper", upper)).Elements);

    [Fact]
    public void TriluOfAVectorIsAFault() => Assert.Contains("at least 2 dims", All("Trilu", 14, [Float(4)], 1).Fault, StringComparison.Ordinal);
}
