namespace ModelGen.Generator.Tests;

public class ShapeAnalyzerTests
{
    private const string Expected = "MG4001: Expected float 1×1×8×8, got ";

    [Theory]
    [InlineData("Digits.Predict(new TensorBuffer<float, Shape<N1, N1, N9, N8>>());", "float 1×1×9×8")]
    [InlineData("Digits.Predict(new Tensor<double, Shape<N1, N1, N8, N8>>(new double[64]));", "double 1×1×8×8")]
    [InlineData("Digits.Predict(image: new TensorBuffer<float, Shape<N1, N<N1, N24>>>());", "float 1×1024")]
    [InlineData("_ = new Digits.Input(new TensorBuffer<float, Shape<N8, N8>>());", "float 8×8")]
    [InlineData("Digits.Predict(new Batch<float, Shape<N1, N8, N8>>(new float[64]));", "float batch×1×8×8")]
    public async Task ATensorOfAnotherShapeIsExplainedInPlainWords(string statement, string actual)
    {
        string message = Assert.Single(await Analysis.Of(statement));
        Assert.StartsWith(Expected + actual, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAssignmentBetweenShapesIsExplainedToo()
    {
        string message = Assert.Single(await Analysis.Of("Tensor<float, Shape<N2>> two = new Tensor<float, Shape<N3>>(new float[3]);"));
        Assert.StartsWith("MG4001: Expected float 2, got float 3", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Digits.Predict(new TensorBuffer<float, Shape<N1, N1, N8, N8>>());")]
    [InlineData("ReadOnlyTensor<float, Shape<N2>> two = new Tensor<float, Shape<N2>>(new float[2]);")]
    [InlineData("Digits.Predict(unknown);")]
    public async Task RightShapesAndUnrelatedErrorsAreLeftAlone(string statement) => Assert.Empty(await Analysis.Of(statement));
}
