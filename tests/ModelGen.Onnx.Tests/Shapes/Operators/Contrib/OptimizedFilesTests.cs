using CsCheck;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class OptimizedFilesTests
{
    private const string Nchwc = "com.microsoft.nchwc.";
    private const string Nhwc = "com.ms.internal.nhwc.";

    [Fact]
    public void ReorderedChannelsFillBlocksWhoseSizeIsTheMachines()
    {
        Assert.Equal("float32 n×32×h×w", Op(Nchwc + "ReorderInput", 1, [Float("n", 32, "h", "w")]));
        Assert.Equal("float32 n×32×h×w", Op(Nchwc + "ReorderInput", 1, [Float("n", "h", "w", 32)], Attribute("channels_last", 1)));
        Inferred open = All(Nchwc + "ReorderInput", 1, [Float(1, 20, 5, 5)], 1);
        Assert.Equal("float32 1×?×5×5", open.Texts[0]);
        Assert.Contains("depends on the machine", open.Facts[0].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void ReorderedOutputsSayTheirChannels()
    {
        Assert.Equal("float32 n×20×5×5", Op(Nchwc + "ReorderOutput", 1, [Float("n", null, 5, 5)], Attribute("channels", 20)));
        Assert.Equal("float32 n×5×5×20", Op(Nchwc + "ReorderOutput", 1, [Float("n", 24, 5, 5)], Attribute("channels", 20), Attribute("channels_last", 1)));
        Assert.Contains("needs channels of at least 1", All(Nchwc + "ReorderOutput", 1, [Float(1, 24, 5, 5)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void BlockedOperatorsAreAsTheStandardOnes()
    {
        Assert.Equal("float32 n×16×3×3", Op(Nchwc + "Conv", 1, [Float("n", null, 5, 5), Float(16, 16, 3, 3)]));
        Assert.Equal("float32 n×16×4×4", Op(Nchwc + "MaxPool", 1, [Float("n", 16, 5, 5)], Attribute("kernel_shape", 2, 2)));
        Assert.Equal("float32 n×16×1×1", Op(Nchwc + "GlobalAveragePool", 1, [Float("n", 16, 5, 5)]));
        Assert.Equal("float32 n×16×10×15", Op(Nchwc + "Upsample", 1, [Float("n", 16, 5, 5)], Attribute("scales", 1, 1, 2, 3)));
        Assert.Contains("needs a scale of at least 1", All(Nchwc + "Upsample", 1, [Float(1, 16, 5, 5)], 1, Attribute("scales", 1, 1, 0, 3)).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AveragePool", 11, "float32 n×4×5×8")]
    [InlineData("DepthToSpace", 13, "float32 n×10×12×2")]
    [InlineData("GlobalMaxPool", 1, "float32 n×1×1×8")]
    [InlineData("InstanceNormalization", 6, "float32 n×5×6×8")]
    [InlineData("LRN", 13, "float32 n×5×6×8")]
    public void RelaidOperatorsHaveTheirChannelsLast(string op, int opset, string expected) =>
        Assert.Equal(expected, Op(Nhwc + op, opset, [Float("n", 5, 6, 8)], Attribute("kernel_shape", 2, 2), Attribute("blocksize", 2)));

    [Fact]
    public void IndicesOfARelaidPoolAreRelaidToo() => Assert.Equal(
        ["float32 n×4×5×8", "int64 n×4×5×8"], All(Nhwc + "MaxPool", 12, [Float("n", 5, 6, 8)], 2, Attribute("kernel_shape", 2, 2)).Texts);

    [Fact]
    public void ARelaidNodeThatCantRunSaysSo() =>
        Assert.Contains("no kernel_shape", All(Nhwc + "MaxPool", 12, [Float("n", 5, 6, 8)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void AConvolutionWithChannelsLastIsTheStandardOneRelaid() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[1, 3]).Sample((height, width, channels, filters, kernel, stride) =>
        {
            Operand weights = Float(filters, channels, kernel, kernel);
            string first = Op("Conv", 11, [Float("n", channels, height, width), weights], Attribute("strides", stride, stride));
            string last = Op(Nhwc + "Conv", 11, [Float("n", height, width, channels), weights], Attribute("strides", stride, stride));

            string[] dims = first.Split(' ')[^1].Split('×');
            Assert.Equal(dims.Length == 4 ? $"float32 {dims[0]}×{dims[2]}×{dims[3]}×{dims[1]}" : first, last);
        });
}
