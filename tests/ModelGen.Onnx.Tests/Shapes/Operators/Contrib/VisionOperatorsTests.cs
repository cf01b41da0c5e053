using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class VisionOperatorsTests
{
    private const string Ms = "com.microsoft.";

    [Fact]
    public void AFusedConvolutionIsAConvolution() => Assert.Equal("float32 n×6×3×3",
        Op(Ms + "FusedConv", 1, [Float("n", 3, 5, 5), Float(6, 3, 3, 3), Float(6), Float("n", 6, 3, 3)], Attribute("activation", "Relu")));

    [Theory]
    [InlineData("NhwcConv")]
    [InlineData("NhwcFusedConv")]
    public void ChannelsAreLastButTheWeightsAreNot(string op) =>
        Assert.Equal("float16 n×4×5×6", Op(Ms + op, 1, [Tensor(ElementType.Float16, "n", 5, 6, 3), Tensor(ElementType.Float16, 6, 3, 2, 2)]));

    [Fact]
    public void QuantisedConvolutionsSayWhereTheirChannelsAre()
    {
        Operand[] rest = [Float(), Tensor(ElementType.UInt8), Tensor(ElementType.Int8, 6, 3, 2, 2), Float(), Tensor(ElementType.Int8), Float(), Tensor(ElementType.Int8)];

        Assert.Equal("int8 n×6×4×4", Op(Ms + "QLinearConv", 1, [Tensor(ElementType.UInt8, "n", 3, 5, 5), .. rest]));
        Assert.Equal("int8 n×4×4×6", Op(Ms + "QLinearConv", 1, [Tensor(ElementType.UInt8, "n", 5, 5, 3), .. rest], Attribute("channels_last", 1)));
    }

    [Fact]
    public void QuantisedPoolsSayWhereTheirChannelsAre()
    {
        Assert.Equal("uint8 n×3×3×3", Op(Ms + "QLinearAveragePool", 1, [Tensor(ElementType.UInt8, "n", 3, 5, 5)], Attribute("kernel_shape", 2, 2), Attribute("strides", 2, 2), Attribute("ceil_mode", 1)));
        Assert.Equal("uint8 n×4×4×3", Op(Ms + "QLinearAveragePool", 1, [Tensor(ElementType.UInt8, "n", 5, 5, 3)], Attribute("kernel_shape", 2, 2), Attribute("channels_last", 1)));
        Assert.Equal("uint8 n×c×1×1", Op(Ms + "QLinearGlobalAveragePool", 1, [Tensor(ElementType.UInt8, "n", "c", 5, 5)]));
        Assert.Equal("uint8 n×1×1×c", Op(Ms + "QLinearGlobalAveragePool", 1, [Tensor(ElementType.UInt8, "n", 5, 5, "c")], Attribute("channels_last", 1)));
        Assert.Equal("uint8 n×4×4×3", Op(Ms + "NhwcMaxPool", 1, [Tensor(ElementType.UInt8, "n", 5, 5, 3)], Attribute("kernel_shape", 2, 2)));
    }

    [Fact]
    public void AMaskDoesNotChangeAPool() =>
        Assert.Equal("float32 n×3×4×4", Op(Ms + "MaxpoolWithMask", 1, [Float("n", 3, 5, 5), Tensor(ElementType.Int32, "n", 3, 5, 5)], Attribute("kernel_shape", 2, 2)));

    [Fact]
    public void ATransposedConvolutionTakesItsPaddingFromAnInput()
    {
        Operand[] inputs = [Float("n", 3, 5, 5), Float(3, 6, 2, 2)];

        Assert.Equal("float32 n×6×9×9", Op(Ms + "ConvTransposeWithDynamicPads", 1, [.. inputs, Ints(1, 1, 0, 0)], Attribute("strides", 2, 2)));
        Assert.Equal("float32 n×6×10×10", Op(Ms + "ConvTransposeWithDynamicPads", 1, inputs, Attribute("strides", 2, 2)));
        Assert.Equal("float32 n×6×?×?", Op(Ms + "ConvTransposeWithDynamicPads", 1, [.. inputs, Tensor(ElementType.Int64, 4)]));
        Assert.Contains("needs 4 numbers", All(Ms + "ConvTransposeWithDynamicPads", 1, [.. inputs, Ints(1, 1)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void CropsTakeTheirSizeFromAnInput()
    {
        Operand[] inputs = [Float(1, 3, 8, 8), Float("rois", 4), Tensor(ElementType.Int32, "rois")];

        Assert.Equal("float32 rois×3×4×5", Op(Ms + "CropAndResize", 1, [.. inputs, Value(ElementType.Int32, [2], 4, 5)]));
        Assert.Equal("float32 rois×3×?×?", Op(Ms + "CropAndResize", 1, [.. inputs, Tensor(ElementType.Int32, 2)]));
        Assert.Contains("which has 3", All(Ms + "CropAndResize", 1, [.. inputs, Tensor(ElementType.Int32, 3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SamplesAreWhereTheGridSays()
    {
        Assert.Equal("float32 n×3×6×7", Op(Ms + "GridSample", 1, [Float("n", 3, 4, 5), Float("n", 6, 7, 2)]));
        Assert.Contains("needs 4 dims", All(Ms + "GridSample", 1, [Float(2, 3, 4), Float(2, 6, 1)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ACausalConvolutionHandsOnWhatItsKernelReachesBackTo()
    {
        Assert.Equal(["float32 n×3×t", "float32 n×3×3"], All(Ms + "CausalConvWithState", 1, [Float("n", 3, "t"), Float(3, 1, 4)], 2).Texts);
        Assert.Equal("float32 2×n×6×3", All(Ms + "CausalConvWithState", 1, [Float("n", "t", 3), Float(3, 1, 4)], 2,
            Attribute("channels_last", 1), Attribute("dilation", 2), Attribute("state_window", 2)).Texts[1]);
        Assert.Contains("dilation from 1", All(Ms + "CausalConvWithState", 1, [Float(1, 3, 5), Float(3, 1, 4)], 2, Attribute("dilation", 0)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void PackedSequencesHaveAStateEach() => Assert.Equal(["float32 t×3", "float32 2×3×3", "float32 2×4×3"], All(Ms + "VarlenCausalConvWithState", 1,
        [Float("t", 3), Float(3, 1, 4), Tensor(ElementType.Int32, 3)], 3, Attribute("state_update_capacity", 4)).Texts);
}
