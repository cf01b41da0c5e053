using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class SplitTests
{
    [Fact]
    public void WithoutSizesAllPartsAreEqual()
    {
        Assert.Equal(["float32 3×n", "float32 3×n"], All("Split", 2, [Float(6, "n")], 2).Texts);
        Assert.Equal(["float32 n×3", "float32 n×3"], All("Split", 13, [Float("n", 6)], 2, Attribute("axis", -1)).Texts);
        Assert.Equal(["float32 ?×2", "float32 ?×2"], All("Split", 13, [Float("n", 2)], 2).Texts);
    }

    [Fact]
    public void SizesAreAnAttributeBefore13AndAnInputAfter()
    {
        Assert.Equal(["float32 4×2", "float32 2×2"], All("Split", 11, [Float(6, 2)], 2, Attribute("split", 4, 2)).Texts);
        Assert.Equal(["float32 4×2", "float32 2×2"], All("Split", 13, [Float(6, 2), Ints(4, 2)], 2).Texts);
        Assert.Equal(["float32 6", "float32 0"], All("Split", 13, [Float(6), Ints(6, 0)], 2).Texts);
    }

    [Fact]
    public void TheLastOfTheNumberedPartsIsTheRest()
    {
        Assert.Equal(["float32 3", "float32 3", "float32 1"], All("Split", 18, [Float(7)], 3, Attribute("num_outputs", 3)).Texts);
        Assert.Equal(["float32 n"], All("Split", 18, [Float("n")], 1, Attribute("num_outputs", 1)).Texts);
    }

    [Fact]
    public void TheOnlySizeThatIsNotKnownIsWhatTheOthersLeave()
    {
        Assert.Equal(["float32 4", "float32 2"], All("Split", 13, [Float(6), Ints(4, null)], 2).Texts);
        Assert.Equal(["float32 n", "float32 ?"], All("Split", 13, [Float([null]), Ints("n", null)], 2).Texts);
        Assert.Equal(["float32 ?×3", "float32 ?×3"], All("Split", 13, [Float(6, 3), Tensor(ElementType.Int64, 2)], 2).Texts);
    }

    [Fact]
    public void EachPartHasItsElements()
    {
        Inferred parts = All("Split", 13, [Ints(1, "n", 3, 4, 5), Ints(2, 3)], 2);

        Assert.Equal("1 n", string.Join(" ", parts.Facts[0].Value!.Items));
        Assert.Equal("3 4 5", string.Join(" ", parts.Facts[1].Value!.Items));
    }

    [Fact]
    public void PartsAfterOneOfUnknownSizeHaveUnknownElements()
    {
        Inferred parts = All("Split", 13, [Ints(1, 2, 3), Ints(1, null, null)], 3);

        Assert.Equal("1", parts.Elements);
        Assert.Equal(["int64 1", "int64 ?", "int64 ?"], parts.Texts);
    }

    [Theory]
    [InlineData(13, 5, null, null, "5 is no multiple of that")]
    [InlineData(18, 6, null, null, "has neither sizes nor a num_outputs")]
    [InlineData(18, 6, null, 0L, "has neither sizes nor a num_outputs")]
    [InlineData(18, 1, null, 2L, "it is too short for that")]
    [InlineData(18, 6, new long[] { 3, 3 }, 2L, "has both sizes and num_outputs")]
    [InlineData(13, 6, new long[] { 3, 2 }, null, "into parts of 5 together")]
    [InlineData(13, 6, new long[] { 8, -2 }, null, "sizes are at least 0")]
    [InlineData(13, 6, new long[] { 6 }, null, "has 1 sizes for 2 outputs")]
    public void PartsThatCantBeAreAFault(int opset, long dim, long[]? sizes, long? parts, string message)
    {
        Operand[] inputs = sizes is null ? [Float(dim)] : [Float(dim), Ints([.. sizes.Cast<object>()])];
        Inferred result = parts is long count ? All("Split", opset, inputs, 2, Attribute("num_outputs", count)) : All("Split", opset, inputs, 2);

        Assert.Contains(message, result.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void PartsRoundedUpThatLeaveNothingForTheLastAreAFaultAsInTheRuntime()
    {
        Assert.Contains("too short", All("Split", 18, [Float(5)], 4, Attribute("num_outputs", 4)).Fault, StringComparison.Ordinal);
        Assert.Contains("too short", All("Split", 18, [Float(4)], 3, Attribute("num_outputs", 3)).Fault, StringComparison.Ordinal);
    }
}
