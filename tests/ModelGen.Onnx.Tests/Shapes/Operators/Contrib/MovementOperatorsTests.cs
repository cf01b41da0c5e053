using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class MovementOperatorsTests
{
    private const string Ms = "com.microsoft.";

    [Theory]
    [InlineData(1, "float32 n×1×3")]
    [InlineData(-1, "float32 n×3×1")]
    [InlineData(-2, "float32 n×1×3")]
    [InlineData(2, "float32 n×3×1")]
    public void ADimIsPutInAtTheAxis(int axis, string expected) => Assert.Equal(expected, Op(Ms + "ExpandDims", 1, [Float("n", 3), Value(ElementType.Int32, [1], axis)]));

    [Fact]
    public void AnUnknownAxisLeavesOnlyTheRank()
    {
        Assert.Equal("float32 ?×?×?", Op(Ms + "ExpandDims", 1, [Float("n", 3), Tensor(ElementType.Int32)]));
        Assert.Contains("has the axis 3", All(Ms + "ExpandDims", 1, [Float("n", 3), Value(ElementType.Int32, [], 3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void GatheredSlicesAreAsInTheStandard() => Assert.Equal("float32 n×3", Op(Ms + "GatherND", 1, [Float(2, 3), Tensor(ElementType.Int64, "n", 1)]));

    [Fact]
    public void PadsMayBeARow()
    {
        Assert.Equal("float32 n×6", Op(Ms + "Pad", 1, [Float("n", 3), Ints(0, 1, 0, 2)]));
        Assert.Equal("float32 n×2", Op(Ms + "Pad", 1, [Float("n", 3), Value(ElementType.Int64, [1, 4], 0, -1, 0, 0)]));
        Assert.Equal("float32 ?×?", Op(Ms + "Pad", 1, [Float("n", 3), Tensor(ElementType.Int64, 4)]));
    }

    [Fact]
    public void PadsThatCantBeAreNamed()
    {
        Assert.Contains("needs 4 numbers", All(Ms + "Pad", 1, [Float(2, 3), Ints(0, 1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("takes 4 elements off dim 1, which has 3", All(Ms + "Pad", 1, [Float(2, 3), Ints(0, -4, 0, 0)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ARangeWithoutAStepGoesByOnes()
    {
        Assert.Equal("1 2 3 4", All(Ms + "Range", 1, [Int(1), Int(5)], 1).Elements);
        Assert.Equal("1 3", All(Ms + "Range", 1, [Int(1), Int(5), Int(2)], 1).Elements);
    }

    [Fact]
    public void DistancesAreBetweenAllRows()
    {
        Assert.Equal("float64 n×m", Op(Ms + "CDist", 1, [Tensor(ElementType.Double, "n", 3), Tensor(ElementType.Double, "m", 3)]));
        Assert.Contains("they are 3 and 2", All(Ms + "CDist", 1, [Float(2, 3), Float(4, 2)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void HowLongAWarpedPathIsIsNotKnown() => Assert.Equal("int32 2×?", Op(Ms + "DynamicTimeWarping", 1, [Float(4, 5)]));

    [Fact]
    public void AOneSidedSpectrumIsHalfAsLong()
    {
        Assert.Equal("float32 n×5×2", Op(Ms + "Rfft", 1, [Float("n", 8)]));
        Assert.Equal("float32 n×8", Op(Ms + "Irfft", 1, [Float("n", 5, 2)]));
    }

    [Fact]
    public void EmbeddingsAreOneForEachIndex() => Assert.Equal("float16 n×s×4", Op(Ms + "TorchEmbedding", 1, [Tensor(ElementType.Float16, 6, 4), Tensor(ElementType.Int64, "n", "s")]));

    [Fact]
    public void UnfoldedWindowsAreANewLastDim()
    {
        Assert.Equal("float32 n×4×3", Op(Ms + "UnfoldTensor", 1, [Float("n", 10)], Attribute("size", 3), Attribute("step", 2)));
        Assert.Equal("float32 5×n×3", Op(Ms + "UnfoldTensor", 1, [Float(7, "n")], Attribute("dim", 0), Attribute("size", 3)));
        Assert.Equal("float32 ?×3", Op(Ms + "UnfoldTensor", 1, [Float("n")], Attribute("size", 3)));
    }

    [Theory]
    [InlineData(8, 1, "takes windows of 8 along dim 0, which has 7")]
    [InlineData(0, 1, "needs size of at least 1")]
    [InlineData(3, 0, "needs a step of at least 1")]
    public void WindowsThatDontFitCantBeUnfolded(int size, int step, string why) =>
        Assert.Contains(why, All(Ms + "UnfoldTensor", 1, [Float(7)], 1, Attribute("size", size), Attribute("step", step)).Fault, StringComparison.Ordinal);

    [Fact]
    public void UniqueElementsHaveAnIndexForEachElement() => Assert.Equal(["string ?", "int64 n", "int64 ?"], All(Ms + "Unique", 1, [Tensor(ElementType.String, "n")], 3).Texts);
}
