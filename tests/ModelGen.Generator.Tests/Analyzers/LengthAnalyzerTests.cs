namespace ModelGen.Generator.Tests;

public class LengthAnalyzerTests
{
    [Theory]
    [InlineData("_ = new Digits.Input(new float[63]);", "Expected 64 elements for the shape 1×1×8×8, got 63")]
    [InlineData("_ = new Tensor<int, Shape<N2, N2>>(new int[] { 1, 2, 3 });", "Expected 4 elements for the shape 2×2, got 3")]
    [InlineData("_ = new ReadOnlyTensor<int, Shape<N2>>([1, 2, 3]);", "Expected 2 elements for the shape 2, got 3")]
    [InlineData("_ = new TensorBuffer<int, Shape<N2>>(new int[3]);", "Expected 2 elements for the shape 2, got 3")]
    [InlineData("_ = new Batch<int, Shape<N2>>(new int[3]);", "Expected a multiple of 2 elements for the shape batch×2, got 3")]
    [InlineData("_ = new Tensor<int, Shape<N2>>(stackalloc int[] { 1, 2, 3 });", "Expected 2 elements for the shape 2, got 3")]
    public async Task AConstantArrayOfTheWrongLengthDoesNotCompile(string statement, string expected) =>
        Assert.Equal("MG4002: " + expected, Assert.Single(await Analysis.Of(statement)));

    [Theory]
    [InlineData("_ = new Digits.Input(new float[64]);")]
    [InlineData("_ = new Tensor<int, Shape<N2>>(new int[Environment.ProcessorCount]);")]
    [InlineData("_ = new Batch<int, Shape<N2>>(new int[6]);")]
    [InlineData("int[] more = [1]; _ = new ReadOnlyTensor<int, Shape<N2>>([.. more, 2, 3]);")]
    public async Task RightAndUnknownLengthsAreLeftAlone(string statement) => Assert.Empty(await Analysis.Of(statement));
}
