using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class LegacyOperatorsTests
{
    [Theory]
    [InlineData("Affine")]
    [InlineData("ImageScaler")]
    [InlineData("ParametricSoftplus")]
    [InlineData("Scale")]
    [InlineData("ScaledTanh")]
    public void ExperimentsOnEachElementKeepTheShape(string op) => Assert.Equal("float32 n×3×4×4", Op(op, 7, [Float("n", 3, 4, 4)]));

    [Fact]
    public void ACropTakesItsBordersOffOrIsOfItsScale()
    {
        Assert.Equal("float32 n×3×5×4", Op("Crop", 7, [Float("n", 3, 8, 8)], Attribute("border", 1, 2, 3, 1)));
        Assert.Equal("float32 n×3×4×3", Op("Crop", 7, [Float("n", 3, 8, 8)], Attribute("border", 1, 2, 3, 1), Attribute("scale", 4, 3)));
        Assert.Equal("float32 1×3×?×?", Op("Crop", 7, [Float(1, 3, "h", "w")], Attribute("border", 1, 2, 3, 1)));
    }

    [Fact]
    public void ACropOfMoreThanThereIsCantBe()
    {
        Assert.Contains("can't crop 1×3×2×8", All("Crop", 7, [Float(1, 3, 2, 8)], 1, Attribute("border", 1, 2, 3, 1)).Fault, StringComparison.Ordinal);
        Assert.Contains("needs 4 numbers in border", All("Crop", 7, [Float(1, 3, 8, 8)], 1, Attribute("border", 1, 2)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ADynamicSliceTakesWhatItsInputsSay()
    {
        Assert.Equal("float32 4×2", Op("DynamicSlice", 7, [Float(4, 5), Ints(1), Ints(3), Ints(1)]));
        Assert.Equal("float32 1×n", Op("DynamicSlice", 7, [Float(4, "n"), Ints(-2), Ints(-1)]));
        Assert.Equal("float32 ?×?", Op("DynamicSlice", 7, [Float(4, 5), Tensor(ElementType.Int64, 1), Ints(3)]));
        Assert.Contains("as many starts as ends", All("DynamicSlice", 7, [Float(4, 5), Ints(1), Ints(3, 4)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void PluginsForDetectionSayHowMuchTheyGive()
    {
        Assert.Equal(["int32 n×1", "float32 n×50×4", "float32 n×50", "int32 n×50"],
            All("EfficientNMS_TRT", 13, [Float("n", 1000, 4), Float("n", 1000, 80)], 4, Attribute("max_output_boxes", 50)).Texts);
        Assert.Equal("float32 n×100×256×7×7", Op("PyramidROIAlign_TRT", 13, [Float("n", 100, 4), Float("n", 256, 64, 64)], Attribute("pooled_size", 7)));
        Assert.Equal("float32 n×8×8", Op("DisentangledAttention_TRT", 13, [Float("n", 8, 8)]));
    }
}
