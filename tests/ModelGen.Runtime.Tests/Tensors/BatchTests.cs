using CsCheck;
using Dims;

namespace ModelGen.Tests.Tensors;

public class BatchTests
{
    [Fact]
    public void ItemsAreConsecutivePartsOfTheData() =>
        Gen.Int[0, 40].Sample(count =>
        {
            int[] data = [.. Enumerable.Range(0, count * 6)];
            var batch = new Batch<int, Shape<N2, N3>>(data);
            ReadOnlyBatch<int, Shape<N2, N3>> readOnly = batch;
            Assert.Equal(count, batch.Count);
            Assert.Equal(count, readOnly.Count);
            for (int i = 0; i < count; i++)
            {
                Assert.True(data.AsSpan(i * 6, 6) == batch[i].Span, "same memory");
                Assert.True(data.AsSpan(i * 6, 6) == readOnly[i].Span, "same memory");
            }
        });

    [Fact]
    public void ForEachMeetsEveryItemInOrder()
    {
        int[] data = [.. Enumerable.Range(0, 12)];
        var firsts = new List<int>();
        foreach (Tensor<int, Shape<N4>> item in new Batch<int, Shape<N4>>(data))
            firsts.Add(item[0]);
        foreach (ReadOnlyTensor<int, Shape<N4>> item in new ReadOnlyBatch<int, Shape<N4>>(data))
            firsts.Add(item[3]);
        Assert.Equal([0, 4, 8, 3, 7, 11], firsts);
    }

    [Fact]
    public void RangesAndIndicesFromTheEndWork()
    {
        int[] data = [.. Enumerable.Range(0, 10)];
        var batch = new Batch<int, Shape<N2>>(data);
        Assert.Equal([4, 5, 6, 7], batch[2..4].Span);
        Assert.Equal(8, batch[^1][0]);
        Assert.Equal(0, batch[5..].Count);
        ReadOnlyBatch<int, Shape<N2>> readOnly = batch;
        Assert.Equal([2, 3], readOnly[1..2].Span);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(-1, -1)]
    [InlineData(6, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void ARangeOutsideTheBatchIsNamed(int start, int count)
    {
        string message = $"{count} items from {start} on are not all in the batch, which has 5.";
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Batch<int, Shape<N2>>(new int[10]).Slice(start, count).Count);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyBatch<int, Shape<N2>>(new int[10]).Slice(start, count).Count);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIncompleteItemIsRefused()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => new Batch<float, Shape<N2, N3>>(new float[13]).Count);
        Assert.Equal(
            "The data is not a whole number of items (a batch of float 2×3): expected a multiple of 6 elements, got 13 elements. " +
            "Pass complete items, one behind the other.",
            error.Message);
        Assert.Throws<ShapeMismatchException>(() => new ReadOnlyBatch<float, Shape<N2, N3>>(new float[5]).Count);
        Assert.Throws<ShapeMismatchException>(() => new ReadOnlyBatch<float, Shape<N2, N3>>(new float[6], 2).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyBatch<float, Shape<N2, N3>>([], -1).Count);
        // 2^16 × 2^16 is 0 in 32 bits.
        Assert.Throws<ShapeMismatchException>(() => new ReadOnlyBatch<float, Shape<N<N65, N536>>>([], 65536).Count);
    }

    [Fact]
    public void AnItemOutsideTheBatchIsNamed()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Batch<int, Shape<N2>>(new int[4])[2].Length);
        Assert.StartsWith("Item 2 is outside the batch: valid are 0 to 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyBatch<int, Shape<N2>>(new int[4])[-1].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Batch<int, Shape<N2>>)[0].Length);
    }

    [Fact]
    public void ItemsWithoutElementsNeedACount()
    {
        Assert.Throws<ShapeMismatchException>(() => new Batch<float, Shape<N0, N4>>([]).Count);
        var batch = new Batch<float, Shape<N0, N4>>([], 3);
        Assert.Equal(3, batch.Count);
        Assert.False(batch[2].IsEmpty);
        Assert.Equal(2, batch[1..].Count);
    }

    [Fact]
    public void TheDefaultBatchHasNoItems()
    {
        Assert.True(default(Batch<float, Shape<N4>>).IsEmpty);
        foreach (ReadOnlyTensor<float, Shape<N4>> _ in default(ReadOnlyBatch<float, Shape<N4>>))
            Assert.Fail("an item of nothing");
    }

    [Fact]
    public void ABufferOwnsItsItems()
    {
        int[] data = [1, 2, 3, 4];
        var buffer = new BatchBuffer<int, Shape<N2>>(data);
        data[3] = 9;
        Assert.Equal([3, 4], buffer[1].Span);
        Batch<int, Shape<N2>> batch = buffer;
        batch[0].Fill(7);
        ReadOnlyBatch<int, Shape<N2>> readOnly = buffer;
        Assert.Equal([7, 7, 3, 4], readOnly.Span);
        Assert.Equal([7, 7, 3, 4], buffer.Memory.ToArray());
        Assert.Equal([7, 7, 3, 4], new BatchBuffer<int, Shape<N2>>(readOnly).Span);
        Assert.Equal(new int[6], new BatchBuffer<int, Shape<N2>>(3).Span);
        Assert.Equal(0, new BatchBuffer<int, Shape<N2>>(0).Count);
        int sum = 0;
        foreach (Tensor<int, Shape<N2>> item in buffer)
            sum += item[0];
        Assert.Equal(10, sum);
    }

    [Fact]
    public void ABufferOfTooManyElementsSaysSo()
    {
        var error = Assert.Throws<ModelGenException>(() => new BatchBuffer<byte, Shape<N<N1, N0, N0>>>(3000));
        Assert.Equal(
            "The batch has too many elements (3000 items of byte 1000000): expected at most 2147483647 elements, got 3000000000 elements. " +
            "Run the model on smaller batches.",
            error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchBuffer<byte, Shape<N2>>(-1));
    }

    [Fact]
    public void TextNamesCountElementTypeAndItemShape()
    {
        Assert.Equal("8 × float 3×224×224", new BatchBuffer<float, Shape<N3, N224, N224>>(8).ToString());
        Assert.Equal("0 × int 2", default(ReadOnlyBatch<int, Shape<N2>>).ToString());
    }
}
