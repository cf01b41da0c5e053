using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class DetectionTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(22)]
    public void RegionsAreAlignedToOneSize(int opset) =>
        Assert.Equal("float32 r×c×7×5", Op("RoiAlign", opset, [Float(1, "c", 32, 32), Float("r", 4), Tensor(ElementType.Int64, [null])], Attribute("output_height", 7), Attribute("output_width", 5)));

    [Fact]
    public void TheIndicesOfImagesCountRegionsToo() =>
        Assert.Equal("float32 12×c×1×1", Op("RoiAlign", 16, [Float(1, "c", 32, 32), Float("r", 4), Tensor(ElementType.Int64, 12)]));

    [Fact]
    public void RegionsArePooledToOneSize()
    {
        Assert.Equal("float32 r×3×2×4", Op("MaxRoiPool", 1, [Float(1, 3, 32, 32), Float("r", 5)], Attribute("pooled_shape", 2, 4)));
        Assert.Contains("two numbers in pooled_shape", All("MaxRoiPool", 1, [Float(1, 3, 32, 32), Float("r", 5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 1×1", All("MaxRoiPool", 1, [Float(1, 3, 32, 32), Float("r", 5)], 1, Attribute("pooled_shape", 0, 4)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void HowManyBoxesAreSelectedDependsOnData()
    {
        Inferred selected = All("NonMaxSuppression", 11, [Float(1, 6, 4), Float(1, 1, 6), Ints(3)], 1);
        Assert.Equal("int64 ?×3", selected.Texts[0]);
        Assert.Contains("selects as many boxes", selected.Facts[0].Loss!.Why, StringComparison.Ordinal);
        Assert.False(selected.Facts[0].Loss!.FromOpenDims);
    }

    [Fact]
    public void WithoutAMostNoBoxIsSelected()
    {
        Assert.Equal("int64 0×3", Op("NonMaxSuppression", 10, [Float(1, 6, 4), Float(1, 1, 6)]));
        Assert.Equal("int64 0×3", Op("NonMaxSuppression", 10, [Float(1, 6, 4), Float(1, 1, 6), Ints(0)]));
        Assert.Contains("needs 3 dims", All("NonMaxSuppression", 10, [Float(6, 4), Float(1, 1, 6)], 1).Fault, StringComparison.Ordinal);
    }
}
