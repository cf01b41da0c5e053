using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class QuantizedOperatorsTests
{
    private const string Ms = "com.microsoft.";

    private static readonly Operand s_scale = Float(), s_zero = Tensor(ElementType.UInt8);

    [Fact]
    public void QuantisingTakesTheTypeOfItsZeroPoint()
    {
        Assert.Equal("int16 n×3", Op(Ms + "QuantizeLinear", 1, [Float("n", 3), s_scale, Tensor(ElementType.Int16)]));
        Assert.Equal("uint8 n×3", Op(Ms + "QuantizeLinear", 1, [Float("n", 3), s_scale]));
        Assert.Equal("int8 n×3", Op(Ms + "QuantizeWithOrder", 1, [Float("n", 3), s_scale]));
    }

    [Fact]
    public void DequantisingTakesTheTypeOfItsScale()
    {
        Assert.Equal("float16 n×3", Op(Ms + "DequantizeLinear", 1, [Tensor(ElementType.UInt16, "n", 3), Tensor(ElementType.Float16)]));
        Assert.Equal("float32 n×3", Op(Ms + "DequantizeWithOrder", 1, [Tensor(ElementType.Int8, "n", 3), s_scale]));
    }

    [Theory]
    [InlineData("QLinearAdd", "uint8 n×3×4")]
    [InlineData("QLinearMul", "uint8 n×3×4")]
    public void QuantisedArithmeticIsBroadcast(string op, string expected) =>
        Assert.Equal(expected, Op(Ms + op, 1, [Bytes("n", 3, 1), s_scale, s_zero, Bytes(4), s_scale, s_zero, s_scale, s_zero]));

    [Fact]
    public void QuantisedProductsOfIntegersAreIntegers() => Assert.Equal("int32 2×3", Op(Ms + "MulInteger", 1, [Bytes(2, 3), s_zero, Bytes(3), s_zero]));

    [Fact]
    public void QuantisedWhereIsBroadcastWithItsCondition() => Assert.Equal("uint8 2×3",
        Op(Ms + "QLinearWhere", 1, [Tensor(ElementType.Bool, 2, 1), Bytes(3), s_scale, s_zero, Bytes(1, 3), s_scale, s_zero, s_scale, s_zero]));

    [Theory]
    [InlineData("QLinearLeakyRelu")]
    [InlineData("QLinearSigmoid")]
    [InlineData("QLinearSoftmax")]
    [InlineData("QOrderedGelu")]
    [InlineData("QOrderedLayerNormalization")]
    public void QuantisedActivationsAreAsTheirInput(string op) => Assert.Equal("uint8 n×3", Op(Ms + op, 1, [Bytes("n", 3), s_scale, s_zero, s_scale, s_zero]));

    [Fact]
    public void ConcatenatedTensorsComeInThrees() => Assert.Equal("uint8 6×n",
        Op(Ms + "QLinearConcat", 1, [s_scale, s_zero, Bytes(2, "n"), s_scale, s_zero, Bytes(4, null), s_scale, s_zero], Attribute("axis", 0)));

    [Theory]
    [InlineData(4, 5, "they are 3 and 5")]
    [InlineData(4, null, "needs tensors of one rank")]
    public void TensorsThatDontFitCantBeConcatenated(int first, int? second, string why) => Assert.Contains(why, All(Ms + "QLinearConcat", 1,
        [s_scale, s_zero, Bytes(2, 3), s_scale, s_zero, second is int columns ? Bytes(first, columns) : Bytes(first), s_scale, s_zero], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ReducedAxesBecomeOneOrGo()
    {
        Assert.Equal("uint8 n", Op(Ms + "QLinearReduceMean", 1, [Bytes("n", 3)], Attribute("axes", [-1L]), Attribute("keepdims", 0)));
        Assert.Equal("uint32 1×1", Op(Ms + "ReduceSumInteger", 1, [Bytes("n", 3)]));
        Assert.Equal("int32 n×1", Op(Ms + "ReduceSumInteger", 1, [Tensor(ElementType.Int8, "n", 3)], Attribute("axes", [1L])));
        Assert.Contains("has the axis 2", All(Ms + "QLinearReduceMean", 1, [Bytes(2, 3)], 1, Attribute("axes", [2L])).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void AQuantisedLstmHasWeightsThatAreTransposed()
    {
        Assert.Equal(["float32 t×1×n×4", "float32 1×n×4", "float32 1×n×4"],
            All(Ms + "DynamicQuantizeLSTM", 1, [Float("t", "n", 3), Bytes(1, 3, 16), Bytes(1, 4, 16)], 3).Texts);
        Assert.Equal("float32 t×2×n×5",
            Op(Ms + "DynamicQuantizeLSTM", 1, [Float("t", "n", 3), Bytes(2, 3, 20), Bytes(2, 5, 20)], Attribute("direction", "bidirectional"), Attribute("hidden_size", 5)));
    }

    [Theory]
    [InlineData(4, 32)]
    [InlineData(2, 64)]
    [InlineData(8, 16)]
    public void GatheredBytesHoldSeveralNumbers(int bits, int width) => Assert.Equal($"float16 1×s×{width}",
        Op(Ms + "GatherBlockQuantized", 1, [Bytes(6, 16), Tensor(ElementType.Int64, 1, "s"), Tensor(ElementType.Float16, 6, 1)], Attribute("bits", bits)));

    [Fact]
    public void GatheredHalfBytesAreOneNumberEach() => Assert.Equal("float32 6×s",
        Op(Ms + "GatherBlockQuantized", 1, [Tensor(ElementType.UInt4, 6, 16), Tensor(ElementType.Int64, "s"), Float(6, 1)], Attribute("gather_axis", 1)));

    [Fact]
    public void BlocksOfSharedExponentsSayTheirShapeInAnInput()
    {
        Assert.Equal(["uint8 ?", "int64 2", "int64 2"], All(Ms + "QuantizeBFP", 1, [Float(2, 3)], 3).Texts);
        Assert.Equal("float16 n×3", Op(Ms + "DequantizeBFP", 1, [Bytes(9), Ints("n", 3), Ints(3, 1)], Attribute("dtype", 10)));
        Assert.Equal("float32 of unknown rank", Op(Ms + "DequantizeBFP", 1, [Bytes(9), Tensor(ElementType.Int64, 2), Ints(3, 1)]));
    }

    private static Operand Bytes(params object?[] dims) => Tensor(ElementType.UInt8, dims);
}
