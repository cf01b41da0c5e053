using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class LinearAlgebraTests
{
    [Fact]
    public void MatricesAreMultipliedAndDimsBeforeThemBroadcast()
    {
        Assert.Equal("float32 2×5×n×4", Op("MatMul", 13, [Float(5, "n", 3), Float(2, 1, 3, 4)]));
        Assert.Equal("float32 n×?", Op("MatMul", 13, [Float("n", 3), Float(3, null)]));
    }

    [Fact]
    public void VectorsAreRowsOnTheLeftAndColumnsOnTheRight()
    {
        Assert.Equal("float32 scalar", Op("MatMul", 13, [Float(3), Float(3)]));
        Assert.Equal("float32 2×4", Op("MatMul", 13, [Float(3), Float(2, 3, 4)]));
        Assert.Equal("float32 2×4", Op("MatMul", 13, [Float(2, 4, 3), Float(3)]));
    }

    [Fact]
    public void AnUnknownRankLeavesTheProductUnknown() => Assert.Equal("float32 of unknown rank", Op("MatMul", 13, [Unranked(ElementType.Float), Float(3, 4)]));

    [Fact]
    public void FactorsThatDoNotMatchAreAFault()
    {
        Assert.Contains("can't multiply 2×3 by 4×5", All("MatMul", 13, [Float(2, 3), Float(4, 5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 1 dims", All("MatMul", 13, [Float(), Float(4)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("can't broadcast", All("MatMul", 13, [Float(2, 1, 3), Float(3, 3, 1)], 1).Fault, StringComparison.Ordinal);
        Assert.Null(All("MatMul", 13, [Float(2, "n"), Float(4, 5)], 1).Fault);
    }

    [Fact]
    public void QuantisedProductsHaveTheirOwnTypes()
    {
        Operand a = Tensor(ElementType.UInt8, 2, 3), b = Tensor(ElementType.Int8, 3, 4), scale = Float(), zero = Tensor(ElementType.Int8);

        Assert.Equal("int32 2×4", Op("MatMulInteger", 10, [a, b]));
        Assert.Equal("int8 2×4", Op("QLinearMatMul", 21, [a, scale, zero, b, scale, zero, scale, zero]));
    }

    [Fact]
    public void GemmTransposesItsFactors()
    {
        Assert.Equal("float32 n×4", Op("Gemm", 13, [Float("n", 3), Float(3, 4)]));
        Assert.Equal("float32 n×4", Op("Gemm", 13, [Float(3, "n"), Float(4, 3), Float(4)], Attribute("transA", 1), Attribute("transB", 1)));
        Assert.Equal("float32 1×4", Op("Gemm", 13, [Float(3), Float(3, 4)]));
    }

    [Fact]
    public void WhatIsAddedTellsDimsThatAreNotKnown()
    {
        Assert.Equal("float32 ?×4", Op("Gemm", 13, [Unranked(ElementType.Float), Unranked(ElementType.Float), Float(1, 4)]));
        Assert.Equal("float32 2×4", Op("Gemm", 7, [Float(null, 3), Float(3, 4), Float(2, 1)]));
    }

    [Fact]
    public void WhatDoesNotFitGemmIsAFault()
    {
        Assert.Contains("can't multiply", All("Gemm", 13, [Float(2, 3), Float(4, 5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("can't add 3", All("Gemm", 13, [Float(2, 3), Float(3, 4), Float(3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("more than 2 dims", All("Gemm", 13, [Float(2, 3), Float(3, 4), Float(1, 1, 4)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a matrix", All("Gemm", 13, [Float(2, 3, 4), Float(3, 4)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a matrix", All("Gemm", 13, [Float(2, 3), Float(3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void DeterminantsLeaveTheDimsBeforeTheMatrices()
    {
        Assert.Equal("float32 n", Op("Det", 11, [Float("n", 3, 3)]));
        Assert.Equal("float32 scalar", Op("Det", 22, [Float(3, null)]));
        Assert.Contains("square matrices", All("Det", 11, [Float(2, 3)], 1).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ij,jk->ik", "float32 2×4")]
    [InlineData(" i j , j k -> k i ", "float32 4×2")]
    [InlineData("ij,jk", "float32 2×4")]
    [InlineData("ba,ac", "float32 2×4")]
    [InlineData("ij,jk->", "float32 scalar")]
    [InlineData("ij,jk->jik", "float32 3×2×4")]
    [InlineData("...j,j...->...", "float32 can't")]
    public void EquationsNameTheDimsThatStay(string equation, string expected)
    {
        Inferred result = All("Einsum", 12, [Float(2, 3), Float(3, 4)], 1, Attribute("equation", equation));

        if (expected.EndsWith("can't", StringComparison.Ordinal))
            Assert.Contains("can't broadcast 2 with 4", result.Fault, StringComparison.Ordinal);
        else
            Assert.Equal(expected, result.Texts[0]);
    }

    [Theory]
    [InlineData("bij,bjk->bik", "float32 n×2×4")]
    [InlineData("...ij,...jk->...ik", "float32 n×2×4")]
    [InlineData("...ij,...jk", "float32 n×2×4")]
    [InlineData("b...,bjk->...b", "float32 2×3×n")]
    public void AnEllipsisStandsForDimsThatAreNotNamed(string equation, string expected) =>
        Assert.Equal(expected, Op("Einsum", 12, [Float("n", 2, 3), Float("n", 3, 4)], Attribute("equation", equation)));

    [Fact]
    public void UpperCaseComesBeforeLowerCaseInAnImplicitResult() => Assert.Equal("float32 3×2", Op("Einsum", 28, [Float(2, 3)], Attribute("equation", "aB")));

    [Fact]
    public void ARepeatedLabelIsADiagonal() => Assert.Equal("float32 3", Op("Einsum", 12, [Float(3, null)], Attribute("equation", "ii->i")));

    [Fact]
    public void AnUnknownRankIsOnlyAProblemUnderAnEllipsis()
    {
        Assert.Equal("float32 ?×4", Op("Einsum", 12, [Unranked(ElementType.Float), Float(3, 4)], Attribute("equation", "ij,jk->ik")));
        Assert.Equal("float32 of unknown rank", Op("Einsum", 12, [Unranked(ElementType.Float), Float(3, 4)], Attribute("equation", "...j,jk->...k")));
    }

    [Theory]
    [InlineData("ij", "has 1 terms for 2 inputs")]
    [InlineData("ij,jkl->i", "has the term 'jkl'")]
    [InlineData("ij,ik->j", "has the label 'i' for dims of 2 and 3")]
    [InlineData("ij,jk->ii", "in the result twice")]
    [InlineData("ij,jk->iz", "in no term")]
    [InlineData("i1,jk->i", "only letters")]
    [InlineData("...j,jk->k", "but not in the result")]
    public void EquationsThatDoNotFitTheInputsAreFaults(string equation, string expected) => Assert.Contains(
        expected,
        All("Einsum", 12, [Float(2, 3), Float(3, 4)], 1, Attribute("equation", equation)).Fault,
        StringComparison.Ordinal);
}
