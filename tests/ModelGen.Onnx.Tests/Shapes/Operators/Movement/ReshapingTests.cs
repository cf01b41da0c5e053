using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ReshapingTests
{
    private static readonly Operand s_input = Float(2, 3, 4);

    [Fact]
    public void ReshapeTakesItsShapeFromAnAttributeBefore5()
    {
        Assert.Equal("float32 6×4", Op("Reshape", 1, [s_input], Attribute("shape", 6, -1)));
        Assert.Equal("float32 6×4", Op("Reshape", 5, [s_input, Ints(6, -1)]));
    }

    [Fact]
    public void ZeroCopiesADimEvenOneThatIsNotKnown()
    {
        Assert.Equal("float32 n×12", Op("Reshape", 13, [Float("n", 3, 4), Ints(0, -1)]));
        Assert.Equal("float32 ?×12", Op("Reshape", 13, [Float(null, 3, 4), Ints(0, -1)]));
    }

    [Fact]
    public void ZeroIsASizeWhereAllowzeroSaysSo()
    {
        Assert.Equal("float32 0×3", Op("Reshape", 14, [Float(3, 0), Ints(0, 3)], Attribute("allowzero", 1)));
        Assert.Equal("float32 3×0", Op("Reshape", 13, [Float(3, 0), Ints(0, 0)], Attribute("allowzero", 1)));
    }

    [Fact]
    public void AnEmptyShapeGivesAScalar() => Assert.Equal("float32 scalar", Op("Reshape", 13, [Float(1, 1), Ints()]));

    [Fact]
    public void EqualNamesCancelInWhatIsLeft()
    {
        Assert.Equal("float32 b×n×12×64", Op("Reshape", 13, [Float("b", "n", 768), Ints("b", "n", 12, -1)]));
        Assert.Equal("float32 b×n×768", Op("Reshape", 13, [Float("b", "n", 12, 64), Ints(-1, "n", 768)]));
        Assert.Equal("float32 n", Op("Reshape", 13, [Float("n", 1, 1), Ints(-1)]));
        Assert.Equal("float32 ?×2", Op("Reshape", 13, [Float("n", 4), Ints(-1, 2)]));
        Assert.Equal("float32 ?×m", Op("Reshape", 13, [Float("n", 4), Ints(-1, "m")]));
    }

    [Fact]
    public void TheOnlyDimThatIsNotKnownFollowsFromTheOthers()
    {
        Assert.Equal("float32 2×12", Op("Reshape", 13, [s_input, Ints(null, 12)]));
        Assert.Equal("float32 4×6", Op("Reshape", 13, [s_input, Ints("n", 6)]));
        Assert.Equal("float32 24", Op("Reshape", 13, [s_input, Tensor(ElementType.Int64, 1)]));
        Assert.Equal("float32 ?×?×12", Op("Reshape", 13, [s_input, Ints(null, null, 12)]));
        Assert.Equal("float32 0×?", Op("Reshape", 13, [Float(0, 3), Ints(0, null)]));
    }

    [Fact]
    public void TheLengthOfTheShapeGivesTheRankWhereItsElementsAreNotKnown()
    {
        Inferred result = All("Reshape", 13, [s_input, Tensor(ElementType.Int64, 3)], 1);

        Assert.Equal("float32 ?×?×?", result.Texts[0]);
        Assert.Contains("takes sizes from the elements of its input 'i1'", result.Facts[0].Loss?.Why, StringComparison.Ordinal);
        Assert.Equal("float32 of unknown rank", Op("Reshape", 13, [s_input, Tensor(ElementType.Int64, "n")]));
    }

    [Fact]
    public void ReshapeOfAnUnknownRankKnowsWhatItsShapeSays() => Assert.Equal("float32 2×?×?", Op("Reshape", 13, [Unranked(ElementType.Float), Ints(2, 0, -1)]));

    [Theory]
    [InlineData(new long[] { 5, -1 }, "the number of elements must stay the same")]
    [InlineData(new long[] { 5, 5 }, "can't give its input 'i0', which is 2×3×4, the shape [5, 5]")]
    [InlineData(new long[] { -1, -1 }, "-1 more than once")]
    [InlineData(new long[] { -2, 12 }, "has -2 as the dim 0")]
    [InlineData(new long[] { 2, 3, 4, 0 }, "copies the dim 3")]
    public void AShapeThatCantBeIsAFault(long[] shape, string message) =>
        Assert.Contains(message, All("Reshape", 13, [s_input, Ints([.. shape.Cast<object>()])], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void WhatIsLeftBesideADimOf0IsAFault()
    {
        Assert.Contains("could be any number", All("Reshape", 13, [Float(0, 3), Ints(0, -1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("could be any number", All("Reshape", 14, [Float(0, 3), Ints(0, -1)], 1, Attribute("allowzero", 1)).Fault, StringComparison.Ordinal);
        Assert.Null(All("Reshape", 14, [Float(0, 3), Ints(-1, 3)], 1, Attribute("allowzero", 1)).Fault);
    }

    [Fact]
    public void ElementsStayInTheirOrder()
    {
        Inferred result = All("Reshape", 13, [Ints(1, "n", null, 4), Ints(2, 2)], 1);

        Assert.Equal("int64 2×2", result.Texts[0]);
        Assert.Equal("1 n ? 4", result.Elements);
    }

    [Theory]
    [InlineData(0, "float32 1×24")]
    [InlineData(1, "float32 2×12")]
    [InlineData(3, "float32 24×1")]
    [InlineData(-1, "float32 6×4")]
    public void FlattenSplitsTheDimsInTwo(long axis, string expected) => Assert.Equal(expected, Op("Flatten", 13, [s_input], Attribute("axis", axis)));

    [Fact]
    public void FlattenKeepsANameThatStandsAlone()
    {
        Assert.Equal("float32 n×12", Op("Flatten", 13, [Float("n", 3, 4)]));
        Assert.Equal("float32 ?×?", Op("Flatten", 13, [Unranked(ElementType.Float)]));
    }

    [Fact]
    public void FlattenCountsFromTheBackOnlyFrom11On()
    {
        Assert.Contains("axis -1", All("Flatten", 9, [s_input], 1, Attribute("axis", -1)).Fault, StringComparison.Ordinal);
        Assert.Contains("axis 4", All("Flatten", 13, [s_input], 1, Attribute("axis", 4)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SqueezeTakesItsAxesFromAnInputFrom13On()
    {
        Assert.Equal("float32 2×n", Op("Squeeze", 11, [Float(1, 2, 1, "n")], Attribute("axes", 0, -2)));
        Assert.Equal("float32 2×n", Op("Squeeze", 13, [Float(1, 2, 1, "n"), Ints(0, -2)]));
        Assert.Equal("float32 2", Op("Squeeze", 13, [Float(1, 2), Ints(0, -2)]));
    }

    [Fact]
    public void SqueezeWithoutAxesNeedsEveryDim()
    {
        Assert.Equal("float32 2×3", Op("Squeeze", 13, [Float(1, 2, 1, 3)]));
        Assert.Equal("float32 2×3", Op("Squeeze", 13, [Float(1, 2, 1, 3), Ints()]));
        Assert.Equal("float32 of unknown rank", Op("Squeeze", 13, [Float(1, "n")]));
    }

    [Fact]
    public void SqueezeByOneUnknownAxisGivesTheRank()
    {
        Assert.Equal("float32 ?×?", Op("Squeeze", 13, [Float(1, 1, 3), Tensor(ElementType.Int64, 1)]));
        Assert.Equal("float32 of unknown rank", Op("Squeeze", 13, [Float(1, 1, 3), Tensor(ElementType.Int64, 2)]));
    }

    [Fact]
    public void SqueezeOfADimThatIsNot1IsAFault()
    {
        Assert.Contains("drops the dim 1 of its input 'i0', which must be 1, but is 2 of 1×2", All("Squeeze", 13, [Float(1, 2), Ints(1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("axis 2", All("Squeeze", 13, [Float(1, 2), Ints(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a vector", All("Squeeze", 13, [Float(1, 2), Int(0)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void UnsqueezePutsInDimsAtPositionsOfTheResult()
    {
        Assert.Equal("float32 1×n×3×1", Op("Unsqueeze", 11, [Float("n", 3)], Attribute("axes", -1, 0)));
        Assert.Equal("float32 1×n×3×1", Op("Unsqueeze", 13, [Float("n", 3), Ints(3, 0)]));
        Assert.Equal("float32 1×3", Op("Unsqueeze", 13, [Float(3), Int(0)]));
        Assert.Equal("float32 ?×?×?", Op("Unsqueeze", 13, [Float("n", 3), Tensor(ElementType.Int64, 1)]));
    }

    [Fact]
    public void UnsqueezeAtOneAxisTwiceIsAFault()
    {
        Assert.Contains("axis 0 twice", All("Unsqueeze", 13, [Float(3), Ints(0, -3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("axis 2", All("Unsqueeze", 13, [Float(3), Ints(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has no axes", All("Unsqueeze", 13, [Float(3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ASizeGoesIntoAVectorAndBack()
    {
        Inferred vector = All("Unsqueeze", 13, [Value(ElementType.Int64, [], "n"), Ints(0)], 1);
        Assert.Equal("int64 1", vector.Texts[0]);
        Assert.Equal("n", vector.Elements);
        Assert.Equal("n", All("Squeeze", 13, [Of(vector.Facts[0]), Ints(0)], 1).Elements);
    }
}
