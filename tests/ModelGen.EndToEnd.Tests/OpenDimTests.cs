using CsCheck;

namespace ModelGen.EndToEnd;

public class OpenDimTests
{
    [Fact]
    public void TwoOpenDimsTakeTheirOwnSizes()
    {
        TwoDims.Output output = TwoDims.Predict(new TwoDims.Input([1, 2, 3, 4], [5, 6, 7]));
        Assert.Equal([2, 4, 6, 8], output.Doubled.Span.ToArray());
        Assert.Equal([-5, -6, -7], output.Negated.Span.ToArray());
        Assert.Equal(28, output.Total);
    }

    [Fact]
    public void SizesMayChangeFromCallToCall()
    {
        using TwoDims model = new(new ModelOptions { MaxCalls = 1 });
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40]).Sample((n, m) =>
        {
            using TwoDims.Call call = model.Rent(n, m);
            Assert.Equal(n, call.Rows.Count);
            Assert.Equal(m, call.Negated.Count);
            call.Rows.Span.Fill(n);
            call.Columns.Span.Fill(m);
            call.Run();
            Assert.Equal(Enumerable.Repeat(2f * n, 2 * n), call.Doubled.Span.ToArray());
            Assert.Equal(Enumerable.Repeat(-1f * m, 3 * m), call.Negated.Span.ToArray());
            Assert.Equal(2 * n * n + 3 * m * m, call.Total);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void SharedDimTakesEquallyManyItems()
    {
        SharedDim.Output output = SharedDim.Predict(new SharedDim.Input([1, 2, 3, 4], [10, 20, 30, 40]));
        Assert.Equal([11, 22, 33, 44], output.Sum.Span.ToArray());
    }

    [Fact]
    public void UnequalCountsOfASharedDimAreRefusedByName()
    {
        ModelGenException error = Assert.ThrowsAny<ModelGenException>(() => SharedDim.Predict(new SharedDim.Input([1, 2, 3, 4], [10, 20])));
        Assert.Contains("'left'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'right'", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected 2 items, got 1 item", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionalInputOfASharedDimMustFitToo()
    {
        float[] two = [1, 2, 3, 4];
        BatchBuffer<float, Shape<Dims.N2>> pairs = new(two);
        Assert.Equal([3, 6, 9, 12], SharedDim.Predict(pairs, pairs, pairs).Sum.Span.ToArray());
        foreach (int count in new[] { 1, 3 })
        {
            BatchBuffer<float, Shape<Dims.N2>> other = new(count);
            ModelGenException error = Assert.ThrowsAny<ModelGenException>(() => SharedDim.Predict(pairs, pairs, other));
            Assert.Contains("'left' and 'bias'", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void DimsWithoutANameAreOpenEachByItself()
    {
        UnnamedDim.Output output = UnnamedDim.Predict(new UnnamedDim.Input([1, 2], [3, 4, 5, 6]));
        Assert.Equal([-1, -2], output.XOut.Span.ToArray());
        Assert.Equal([-3, -4, -5, -6], output.YOut.Span.ToArray());
    }

    [Fact]
    public void EmptyBatchIsRefusedWithTheNameOfItsDim()
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => TwoDims.Predict(new TwoDims.Input([], [5, 6, 7])));
        Assert.Contains("'n'", error.Message, StringComparison.Ordinal);
        Assert.Contains("two-dims", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void SizesBelowOneAreRefused(int size)
    {
        using TwoDims model = new();
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => model.Rent(1, size).Dispose());
        Assert.Contains("'m'", error.Message, StringComparison.Ordinal);
        using TwoDims.Call call = model.Rent(1, 1);
        call.Run();
    }

    [Fact]
    public void WrongNumberOfSizesIsRefusedWithTheNamesOfTheDims()
    {
        using TwoDims model = new();
        foreach (int[] sizes in new int[][] { [], [1], [1, 2, 3] })
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => model.Engine.Rent(sizes).Dispose());
            Assert.Contains("n, m", error.Message, StringComparison.Ordinal);
            Assert.Contains($"{sizes.Length} came", error.Message, StringComparison.Ordinal);
        }
        using Scalars closed = new();
        Assert.Contains("fixed", Assert.Throws<ArgumentException>(() => closed.Engine.Rent(1).Dispose()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(600_000_000)]
    public void TensorsTooLargeForAnArrayAreRefusedAndTheModelWorksOn(int size)
    {
        using TwoDims model = new();
        ModelGenException error = Assert.Throws<ModelGenException>(() => model.Rent(size, 1).Dispose());
        Assert.Contains("rows", error.Message, StringComparison.Ordinal);
        using TwoDims.Call call = model.Rent(1, 1);
        call.Rows.Span.Fill(1);
        call.Columns.Span.Fill(1);
        call.Run();
        Assert.Equal(5, call.Total);
    }
}
