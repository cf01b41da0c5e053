namespace ModelGen.Generator.Tests;

public class IndexAnalyzerTests
{
    private const string Tensor = "Tensor<int, Shape<N2, N3>> tensor = new(new int[6]); ";

    [Theory]
    [InlineData("_ = tensor[2, 0];", "Expected an index below 2 on dim 0 for the shape 2×3, got 2")]
    [InlineData("_ = tensor[0, -1];", "Expected an index below 3 on dim 1 for the shape 2×3, got -1")]
    [InlineData("_ = tensor[0];", "Expected 2 indices for the shape 2×3, got 1 index")]
    [InlineData("tensor[0, 0, 0] = 1;", "Expected 2 indices for the shape 2×3, got 3 indices")]
    public async Task AnIndexOutsideTheShapeDoesNotCompile(string statement, string expected) =>
        Assert.Equal("MG4003: " + expected, Assert.Single(await Analysis.Of(Tensor + statement)));

    [Theory]
    [InlineData("_ = tensor[1, 2];")]
    [InlineData("_ = tensor[Environment.ProcessorCount, 0];")]
    public async Task IndicesInsideAndUnknownOnesAreLeftAlone(string statement) => Assert.Empty(await Analysis.Of(Tensor + statement));
}
