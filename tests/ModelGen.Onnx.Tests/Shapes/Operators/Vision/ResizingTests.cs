using CsCheck;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ResizingTests
{
    [Fact]
    public void TheFirstResizeTakesScalesOnly() => Assert.Equal("float32 n×3×20×15", Op("Resize", 10, [Float("n", 3, 10, 10), Floats(1, 1, 2, 1.5)]));

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(19)]
    public void LaterOnesTakeScalesOrSizes(int opset)
    {
        Assert.Equal("float32 n×3×20×15", Op("Resize", opset, [Float("n", 3, 10, 10), Floats(), Floats(1, 1, 2, 1.5)]));
        Assert.Equal("float32 n×3×h×15", Op("Resize", opset, [Float("n", 3, 10, 10), Floats(), Floats(), Ints("n", 3, "h", 15)]));
        Assert.Equal("float32 n×3×h×?", Op("Resize", opset, [Float("n", 3, 10, 10), Hole, Hole, Ints("n", 3, "h", null)]));
    }

    [Fact]
    public void ScalesAreMultipliedInSinglePrecisionAndTruncated() =>
        // 10 × 0.7 in doubles is below 7.
        Assert.Equal("float32 1×1×7×6", Op("Resize", 13, [Float(1, 1, 10, 10), Hole, Floats(1, 1, 0.7f, 0.69f)]));

    [Fact]
    public void EveryProductOfAScaleIsTheRuntimes() => Gen.Select(Gen.Int[1, 5000], Gen.Float[0.01f, 8f]).Sample((size, scale) =>
        Assert.Equal($"float32 {(long)(float)(size * scale)}", Op("Resize", 13, [Float(size), Hole, Floats(scale)])));

    [Fact]
    public void AScaleOfOneKeepsADimAndOthersLoseItsName() => Assert.Equal("float32 n×c×?", Op("Resize", 13, [Float("n", "c", "h"), Hole, Floats(1, 1, 2)]));

    [Fact]
    public void AxesNameTheDimsThatAreResized()
    {
        Assert.Equal("float32 n×c×20×5", Op("Resize", 18, [Float("n", "c", 10, 10), Hole, Floats(0.5, 2)], Attribute("axes", 3, 2)));
        Assert.Equal("float32 n×c×7×8", Op("Resize", 19, [Float("n", "c", "h", "w"), Hole, Hole, Ints(7, 8)], Attribute("axes", -2, -1)));
    }

    [Fact]
    public void UnknownSizesLeaveOpenWhatTheyResize()
    {
        Assert.Equal("float32 n×c×?×?", Op("Resize", 19, [Float("n", "c", 4, 4), Hole, Hole, Tensor(ElementType.Int64, 2)], Attribute("axes", 2, 3)));
        Inferred all = All("Resize", 13, [Float("n", "c", 4, 4), Hole, Tensor(ElementType.Float, 4)], 1);
        Assert.Equal("float32 ?×?×?×?", all.Texts[0]);
        Assert.Contains("elements of its input 'i2'", all.Facts[0].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void SizesGiveARankThatTheInputLacks() => Assert.Equal("float32 1×3×5×?", Op("Resize", 13, [Unranked(ElementType.Float), Hole, Hole, Ints(1, 3, 5, null)]));

    [Theory]
    [InlineData("not_larger", "float32 1×1×7×5")]
    [InlineData("not_smaller", "float32 1×1×11×8")]
    [InlineData("stretch", "float32 1×1×7×8")]
    public void OneScaleKeepsTheAspectRatio(string policy, string expected) =>
        Assert.Equal(expected, Op("Resize", 18, [Float(1, 1, 10, 7), Hole, Hole, Ints(7, 8)], Attribute("axes", 2, 3), Attribute("keep_aspect_ratio_policy", policy)));

    [Fact]
    public void WithAnAspectRatioTheRuntimeLeavesAxesThatCountFromTheBack() =>
        Assert.Equal("float32 1×1×10×7", Op("Resize", 18, [Float(1, 1, 10, 7), Hole, Hole, Ints(7, 8)], Attribute("axes", -2, -1), Attribute("keep_aspect_ratio_policy", "not_larger")));

    [Fact]
    public void AnAspectRatioOfOpenDimsLeavesThemOpen() =>
        Assert.Equal("float32 n×1×?×?", Op("Resize", 18, [Float("n", 1, "h", 7), Hole, Hole, Ints(7, 8)], Attribute("axes", 2, 3), Attribute("keep_aspect_ratio_policy", "not_larger")));

    [Fact]
    public void WhatAResizeCantRunIsNamed()
    {
        Operand input = Float(1, 1, 4, 4);
        Assert.Contains("has neither", All("Resize", 13, [input, Hole, Floats()], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has both", All("Resize", 13, [input, Hole, Floats(1, 1, 2, 2), Ints(1, 1, 8, 8)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs scales above 0, but has -2", All("Resize", 13, [input, Hole, Floats(1, 1, -2, 2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs sizes from 0, but has -8", All("Resize", 13, [input, Hole, Hole, Ints(1, 1, -8, 8)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("for the 4 dims of its input 'i0', but has 3", All("Resize", 13, [input, Hole, Hole, Ints(1, 1, 8)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has 1 axes, but scales or sizes for 2", All("Resize", 18, [input, Hole, Hole, Ints(1, 8)], 1, Attribute("axes", new long[] { 2 })).Fault, StringComparison.Ordinal);
        Assert.Contains("has the axis 4", All("Resize", 18, [input, Hole, Hole, Ints(8)], 1, Attribute("axes", new long[] { 4 })).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ASizeBeyondSixtyThreeBitsIsNoSize() =>
        Assert.Contains("63 bits", All("Resize", 13, [Float(long.MaxValue), Hole, Floats(1e30f)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void UpsamplesTakeScalesAsAttributesThenAsAnInput()
    {
        Assert.Equal("float32 n×3×20×30", Op("Upsample", 1, [Float("n", 3, 10, 10)], Attribute("height_scale", 2f), Attribute("width_scale", 3f)));
        Assert.Equal("float32 n×3×20×35", Op("Upsample", 7, [Float("n", 3, 10, 10)], Attribute("scales", 1f, 1f, 2f, 3.5f)));
        Assert.Equal("float32 n×3×20×35", Op("Upsample", 9, [Float("n", 3, 10, 10), Floats(1, 1, 2, 3.5)]));
        Assert.Contains("of at least 1, but has 0.5", All("Upsample", 9, [Float(1, 1), Floats(1, 0.5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has no scales", All("Upsample", 7, [Float(1, 1)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void AGridGivesTheSpatialDimsOfWhatIsSampled()
    {
        Assert.Equal("float32 n×c×5×w", Op("GridSample", 16, [Float("n", "c", 9, 9), Float("n", 5, "w", 2)]));
        Assert.Equal("float32 n×?×4×5×6", Op("GridSample", 20, [Unranked(ElementType.Float), Float("n", 4, 5, 6, 3)]));
        Assert.Contains("needs a grid of as many dims", All("GridSample", 22, [Float(1, 1, 4, 4), Float(1, 4, 4, 4, 3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAffineGridHasTheSpatialSizesItIsGiven()
    {
        Assert.Equal("float32 n×5×w×2", Op("AffineGrid", 20, [Float("n", 2, 3), Ints("n", 3, 5, "w")]));
        Assert.Equal("float32 2×4×5×6×3", Op("AffineGrid", 20, [Float(2, 3, 4), Ints(2, 1, 4, 5, 6)]));
        Assert.Equal("float32 n×?×?×2", Op("AffineGrid", 20, [Float("n", 2, 3), Tensor(ElementType.Int64, 4)]));
        Assert.Contains("4 or 5 numbers", All("AffineGrid", 20, [Float(1, 2, 3), Ints(1, 2, 3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ADecodedImageHasOpenSizesAndTheChannelsOfItsFormat()
    {
        Assert.Equal("uint8 ?×?×3", Op("ImageDecoder", 20, [Tensor(ElementType.UInt8, "length")]));
        Assert.Equal("uint8 ?×?×1", Op("ImageDecoder", 20, [Tensor(ElementType.UInt8, "length")], Attribute("pixel_format", "Grayscale")));
    }
}
