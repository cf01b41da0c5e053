using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ConvolutionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(22)]
    public void TheWeightsGiveTheChannelsAndTheKernel(int opset) => Assert.Equal("float32 n×8×30×28", Op("Conv", opset, [Float("n", 3, 32, 32), Float(8, 3, 3, 5)]));

    [Fact]
    public void AnUnstridedConvolutionThatIsPaddedByWhatItTakesOffKeepsNamedDims() =>
        Assert.Equal("float32 n×8×h×w", Op("Conv", 22, [Float("n", 3, "h", "w"), Float(8, 3, 3, 3)], Attribute("pads", 1, 1, 1, 1)));

    [Fact]
    public void OtherConvolutionsOfNamedDimsGiveUnknownOnes() =>
        Assert.Equal("float32 n×8×?×w", Op("Conv", 22, [Float("n", 3, "h", "w"), Float(8, 3, 3, 1)]));

    [Fact]
    public void StridesDilationsAndPaddingCountTogether() =>
        Assert.Equal("float32 1×2×4×3", Op("Conv", 11, [Float(1, 2, 9, 9), Float(2, 1, 3, 3)],
            Attribute("strides", 2, 3), Attribute("dilations", 2, 1), Attribute("pads", 1, 0, 1, 0), Attribute("group", 2)));

    [Theory]
    [InlineData("SAME_UPPER")]
    [InlineData("SAME_LOWER")]
    public void SamePaddingDividesByTheStrideRoundedUp(string pad) =>
        Assert.Equal("float32 1×1×4×w", Op("Conv", 11, [Float(1, 1, 10, "w"), Float(1, 1, 5, 4)], Attribute("auto_pad", pad), Attribute("strides", 3, 1)));

    [Fact]
    public void ValidPaddingIsNone() =>
        Assert.Equal("float32 1×1×3×7", Op("Conv", 11, [Float(1, 1, 10, 10), Float(1, 1, 4, 4)], Attribute("auto_pad", "VALID"), Attribute("strides", 3, 1)));

    [Fact]
    public void WithoutTheInputsRankTheWeightsGiveIt() =>
        Assert.Equal("float32 ?×8×?×?", Op("Conv", 22, [Unranked(ElementType.Float), Float(8, 3, 3, 3)]));

    [Fact]
    public void WithoutTheWeightsShapeKernelShapeCounts() =>
        Assert.Equal("float32 1×?×6×6", Op("Conv", 22, [Float(1, 3, 8, 8), Unranked(ElementType.Float)], Attribute("kernel_shape", 3, 3)));

    [Fact]
    public void WithoutBothNothingIsKnownButTheElementType()
    {
        Fact result = All("Conv", 22, [Unranked(ElementType.Float), Unranked(ElementType.Undefined)], 1).Facts[0];
        Assert.Equal(ElementType.Float, result.Element);
        Assert.Null(result.Shape);
    }

    [Fact]
    public void ABatchOfNothingGivesNothing() => Assert.Equal("float32 0×8×3×3", Op("Conv", 22, [Float(0, 3, 5, 5), Float(8, 3, 3, 3)]));

    [Fact]
    public void IntegerConvolutionsGiveInt32() =>
        Assert.Equal("int32 1×1×2×2", Op("ConvInteger", 10, [Tensor(ElementType.UInt8, 1, 1, 3, 3), Tensor(ElementType.Int8, 1, 1, 2, 2)]));

    [Fact]
    public void QuantisedConvolutionsGiveTheTypeOfTheirZeroPoint() => Assert.Equal("int8 1×4×5×5", Op("QLinearConv", 10,
        [Tensor(ElementType.UInt8, 1, 3, 7, 7), Float(), Tensor(ElementType.UInt8), Tensor(ElementType.Int8, 4, 3, 3, 3), Float(), Tensor(ElementType.Int8), Float(), Tensor(ElementType.Int8)]));

    [Fact]
    public void ATransposedConvolutionIsTheInverseOfOne() =>
        Assert.Equal("float32 n×6×9×7", Op("ConvTranspose", 11, [Float("n", 4, 4, 5), Float(4, 3, 3, 3)],
            Attribute("strides", 2, 1), Attribute("group", 2)));

    [Fact]
    public void OutputPaddingAddsToATransposedConvolution() =>
        Assert.Equal("float32 1×1×10×8", Op("ConvTranspose", 22, [Float(1, 1, 3, 3), Float(1, 1, 3, 3)],
            Attribute("strides", 3, 2), Attribute("output_padding", 1, 1)));

    [Fact]
    public void OutputShapeOverridesOtherAttributes()
    {
        Assert.Equal("float32 n×2×10×8", Op("ConvTranspose", 11, [Float("n", 1, "h", 3), Float(1, 2, 3, 3)], Attribute("strides", 3, 2), Attribute("output_shape", 10, 8)));
        Assert.Equal("float32 n×2×10×8", Op("ConvTranspose", 1, [Float("n", 1, "h", 3), Float(1, 2, 3, 3)], Attribute("output_shape", 1, 2, 10, 8)));
    }

    [Fact]
    public void SamePaddingOfATransposedConvolutionMultipliesByTheStride() =>
        Assert.Equal("float32 1×1×20×w", Op("ConvTranspose", 11, [Float(1, 1, 10, "w"), Float(1, 1, 3, 3)], Attribute("strides", 2, 1), Attribute("auto_pad", "SAME_UPPER")));

    [Fact]
    public void SamePaddingAddsNothingWhereTheKernelIsShorterThanTheStride() =>
        Assert.Equal("float32 1×1×28", Op("ConvTranspose", 11, [Float(1, 1, 10), Float(1, 1, 1)], Attribute("strides", new long[] { 3 }), Attribute("auto_pad", "SAME_LOWER")));

    [Fact]
    public void OffsetsGiveWhatADeformableConvolutionLeavesOpen() =>
        Assert.Equal("float32 1×4×h×5", Op("DeformConv", 22, [Float(1, 2, null, 6), Float(4, 2, 2, 2), Float(1, 8, "h", 5)]));

    [Fact]
    public void ACausalConvolutionKeepsTheLengthAndGivesTheLastInputs()
    {
        Inferred causal = All("CausalConvWithState", 27, [Float("n", 6, "t"), Float(6, 1, 4)], 2);
        Assert.Equal(["float32 n×6×t", "float32 n×6×3"], causal.Texts);
    }

    [Theory]
    [InlineData("needs weights of as many dims", 3, 8, 3, 3)]
    [InlineData("has 3 channels, but weights for 4 × 1", 8, 4, 3, 3)]
    [InlineData("has a kernel that does not fit", 8, 3, 9, 3)]
    public void WeightsThatDoNotFitAreNamed(string message, params int[] weights) =>
        Assert.Contains(message, All("Conv", 22, [Float(1, 3, 8, 8), Float([.. weights.Skip(weights[0] == 3 ? 1 : 0).Cast<object?>()])], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void AttributesThatDoNotFitAreNamed()
    {
        Operand[] inputs = [Float(1, 4, 8, 8), Float(4, 4, 3, 3)];
        Assert.Contains("needs 2 values of strides, but has 3", All("Conv", 22, inputs, 1, Attribute("strides", 1, 1, 1)).Fault, StringComparison.Ordinal);
        Assert.Contains("stride and dilation of at least 1", All("Conv", 22, inputs, 1, Attribute("strides", 1, 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a group of at least 1, but has 0", All("Conv", 22, inputs, 1, Attribute("group", 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("has a kernel_shape of 5 along spatial axis 1, but weights of 3", All("Conv", 22, inputs, 1, Attribute("kernel_shape", 3, 5)).Fault, StringComparison.Ordinal);
        Assert.Contains("has auto_pad='SAME'", All("Conv", 22, inputs, 1, Attribute("auto_pad", "SAME")).Fault, StringComparison.Ordinal);
        Assert.Contains("can't have dilations with auto_pad=SAME_UPPER", All("Conv", 22, inputs, 1, Attribute("auto_pad", "SAME_UPPER"), Attribute("dilations", 2, 2)).Fault, StringComparison.Ordinal);
        Assert.Contains("needs 2 values of output_padding", All("ConvTranspose", 22, inputs, 1, Attribute("output_padding", new long[] { 1 })).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyInputsThatTheRuntimeRefusesOrCrashesOnAreNamed()
    {
        Assert.Contains("can't run on an empty input, but it has 0 along spatial axis 0", All("ConvTranspose", 22, [Float(2, 1, 0, 6), Float(1, 1, 2, 1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has a kernel that does not fit", All("Conv", 22, [Float(1, 1, 0), Float(1, 1, 2)], 1, Attribute("auto_pad", "SAME_UPPER")).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void OutputPaddingReachesNoFurtherThanTheStrideOrTheDilation() => Assert.Contains("needs output_padding below its stride or its dilation",
        All("ConvTranspose", 22, [Float(1, 1, 3), Float(1, 1, 3)], 1, Attribute("output_padding", new long[] { 1 })).Fault, StringComparison.Ordinal);
}
