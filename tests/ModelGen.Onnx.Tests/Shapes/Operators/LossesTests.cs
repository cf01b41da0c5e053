using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class LossesTests
{
    [Theory]
    [InlineData("NegativeLogLikelihoodLoss", 12)]
    [InlineData("NegativeLogLikelihoodLoss", 22)]
    [InlineData("SoftmaxCrossEntropyLoss", 13)]
    public void ALossIsAScalarUnlessItIsNotReduced(string op, int opset)
    {
        Operand[] inputs = [Float("n", 5, 6), Tensor(ElementType.Int64, "n", 6)];
        Assert.Equal("float32 scalar", Op(op, opset, inputs));
        Assert.Equal("float32 scalar", Op(op, opset, inputs, Attribute("reduction", "sum")));
        Assert.Equal("float32 n×6", Op(op, opset, inputs, Attribute("reduction", "none")));
    }

    [Fact]
    public void ScoresGiveTheShapeOfLabelsThatIsUnknown() =>
        Assert.Equal("float32 n×6×7", Op("NegativeLogLikelihoodLoss", 13, [Float("n", 5, 6, 7), Unranked(ElementType.Int64)], Attribute("reduction", "none")));

    [Fact]
    public void LogarithmsOfProbabilitiesAreAsTheScores() =>
        Assert.Equal(["float32 scalar", "float32 n×5"], All("SoftmaxCrossEntropyLoss", 12, [Float("n", 5), Tensor(ElementType.Int32, "n")], 2).Texts);

    [Fact]
    public void WhatALossCantRunIsNamed()
    {
        Assert.Contains("labels of one dim less", All("SoftmaxCrossEntropyLoss", 12, [Float(2, 5), Tensor(ElementType.Int32, 2, 5)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("has reduction='max'", All("SoftmaxCrossEntropyLoss", 12, [Float(2, 5), Tensor(ElementType.Int32, 2)], 1, Attribute("reduction", "max")).Fault, StringComparison.Ordinal);
    }
}
