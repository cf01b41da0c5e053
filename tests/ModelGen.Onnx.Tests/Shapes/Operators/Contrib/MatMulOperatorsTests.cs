using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class MatMulOperatorsTests
{
    private const string Ms = "com.microsoft.";

    [Theory]
    [InlineData("FusedMatMul")]
    [InlineData("FusedMatMulActivation")]
    [InlineData("TransposeMatMul")]
    public void FactorsMayBeTransposed(string op) =>
        Assert.Equal("float32 n×3×5", Op(Ms + op, 1, [Float("n", 4, 3), Float(5, 4)], Attribute("transA", 1), Attribute("transB", 1)));

    [Theory]
    [InlineData(0, 3, 2, 4)]
    [InlineData(1, 4, 2, 3)]
    public void ATransposedBatchBringsTheFirstDimToTheMatrix(int trans, int first, int second, int third) =>
        Assert.Equal("float32 2×3×5", Op(Ms + "FusedMatMul", 1, [Float(first, second, third), Float(2, 4, 5)], Attribute("transBatchA", 1), Attribute("transA", trans)));

    [Fact]
    public void VectorsStayAsTheyAreWhenTransposed()
    {
        Assert.Equal("float32 5", Op(Ms + "FusedMatMul", 1, [Float(4), Float(4, 5)], Attribute("transA", 1)));
        Assert.Equal("float32 3", Op(Ms + "FusedMatMul", 1, [Float(3, 4), Float(4)], Attribute("transB", 1)));
    }

    [Fact]
    public void FactorsThatDontFitCantBeMultiplied() =>
        Assert.Contains("can't multiply 3×4 by 5×4", All(Ms + "FusedMatMul", 1, [Float(3, 4), Float(5, 4)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void SparseMatricesGiveDenseProducts() => Assert.Equal("float32 3×5",
        Op(Ms + "SparseToDenseMatMul", 1, [Of(new Fact(new SparseTensorType(ElementType.Float, new TensorShape(new([Dim.Known(3), Dim.Known(4)]))))), Float(4, 5)]));

    [Fact]
    public void FusedGemmIsAGemm()
    {
        Assert.Equal("float32 3×n", Op(Ms + "FusedGemm", 1, [Float(4, 3), Float("n", 4), Float(1)], Attribute("transA", 1), Attribute("transB", 1)));
        Assert.Contains("can't add 7", All(Ms + "FusedGemm", 1, [Float(3, 4), Float(4, 5), Float(7)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void QuantisedGemmIsFloatUntilItHasAZeroPoint()
    {
        Operand[] inputs = [Tensor(ElementType.UInt8, 3, 4), Float(), Hole, Tensor(ElementType.Int8, 4, 5), Float(), Hole];

        Assert.Equal("float32 3×5", Op(Ms + "QGemm", 1, inputs));
        Assert.Equal("uint8 3×5", Op(Ms + "QGemm", 1, [.. inputs, Hole, Float(), Tensor(ElementType.UInt8)]));
    }

    [Theory]
    [InlineData("DynamicQuantizeMatMul", ElementType.Float, "float32 n×3×5")]
    [InlineData("GemmFastGelu", ElementType.Float16, "float16 n×3×5")]
    [InlineData("MatMulIntegerToFloat", ElementType.UInt8, "float32 n×3×5")]
    [InlineData("MatMulInteger16", ElementType.Int16, "int32 n×3×5")]
    public void OtherProductsAreAsMatMul(string op, ElementType element, string expected) =>
        Assert.Equal(expected, Op(Ms + op, 1, [Tensor(element, "n", 3, 4), Tensor(element, 4, 5), Float(), Float()]));

    [Fact]
    public void ProductsOfUnsignedNumbersAreUnsigned() =>
        Assert.Equal("uint32 2×4", Op(Ms + "MatMulInteger16", 1, [Tensor(ElementType.UInt16, 2, 3), Tensor(ElementType.UInt16, 3, 4)]));

    [Fact]
    public void TheFactorsOfAnOrderedProductHaveScalesBetweenThem() =>
        Assert.Equal("int8 2×4", Op(Ms + "QOrderedMatMul", 1, [Tensor(ElementType.Int8, 2, 3), Float(), Tensor(ElementType.Int8, 3, 4)]));

    [Fact]
    public void GemmFloat8HasTheTypeItSays() => Assert.Equal("float16 2×4",
        Op(Ms + "GemmFloat8", 1, [Tensor(ElementType.Float8E4M3FN, 2, 3), Tensor(ElementType.Float8E4M3FN, 4, 3)], Attribute("transB", 1), Attribute("dtype", 10)));

    [Fact]
    public void WeightsOfFewBitsSayTheirSizeInAttributes()
    {
        Assert.Equal("float16 n×s×8", Op(Ms + "MatMulNBits", 1, [Tensor(ElementType.Float16, "n", "s", 32)], Attribute("K", 32), Attribute("N", 8)));
        Assert.Equal("float32 8", Op(Ms + "MatMulNBits", 1, [Float(32)], Attribute("K", 32), Attribute("N", 8)));
        Assert.Equal("float32 2×8", Op(Ms + "MatMulBnb4", 1, [Float(2, 32)], Attribute("K", 32), Attribute("N", 8)));
        Assert.Equal("float32 2×32", Op(Ms + "MatMulBnb4", 1, [Float(2, 8)], Attribute("K", 32), Attribute("N", 8), Attribute("transB", 0)));
    }

    [Fact]
    public void AnInputThatDoesNotFitTheWeightsCantRun() =>
        Assert.Contains("they are 31 and 32", All(Ms + "MatMulNBits", 1, [Float(2, 31)], 1, Attribute("K", 32), Attribute("N", 8)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ABlobOfWeightsSaysItsShapeInAnInput()
    {
        Assert.Equal("float32 n×8", Op(Ms + "MatMulFpQ4", 1, [Float("n", 32), Tensor(ElementType.UInt8, 100), Ints(32, 8)]));
        Assert.Equal("float32 n×?", Op(Ms + "MatMulFpQ4", 1, [Float("n", 32), Tensor(ElementType.UInt8, 100), Tensor(ElementType.Int64, 2)]));
        Assert.Contains("which has 1", All(Ms + "MatMulFpQ4", 1, [Float("n", 32), Tensor(ElementType.UInt8, 100), Ints(32)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsInBlocksOfSmallFloatsAreOneRowAnOutput()
    {
        Assert.Equal("float16 n×8", Op(Ms + "MatMulBlockQuantizedFp8Weight", 1, [Tensor(ElementType.Float16, "n", 32), Tensor(ElementType.Float8E4M3FN, 8, 32)]));
        Assert.Equal("float16 n×8", Op(Ms + "MatMulBlockQuantizedFp4Weight", 1, [Tensor(ElementType.Float16, "n", 32), Tensor(ElementType.UInt8, 8, 16)]));
    }

    [Fact]
    public void FusedProjectionsAreEachAProduct()
    {
        Assert.Equal(["float32 n×s×16", "float32 n×s×32"], All(Ms + "MatMulNBitsMlp", 1, [Float("n", "s", 32)], 2, Attribute("K", 32), Attribute("N", 16)).Texts);
        Assert.Equal(["float32 n×16", "float32 n×8", "float32 n×8", "float32 n×32"],
            All(Ms + "MatMulNBitsQkv", 1, [Float("n", 32)], 4, Attribute("K", 32), Attribute("Nq", 16), Attribute("Nkv", 8)).Texts);
    }
}
