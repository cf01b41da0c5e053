using Dims;

namespace ModelGen.Tests.Tensors;

public class AllocationTests
{
    private static readonly TensorBuffer<float, Shape<N4, N3, N8>> s_buffer = new();
    private static readonly BatchBuffer<float, Shape<N3, N8>> s_batch = new(4);
    private static int s_sum;

    [Fact]
    public void IndexersAllocateNothing() => Assert.Equal(0, Allocated.BytesOf(() =>
    {
        Tensor<float, Shape<N4, N3, N8>> tensor = s_buffer;
        tensor[3, 2, 7] = tensor[0, 0, 0] + s_buffer[1, 1, 1] + ((ReadOnlyTensor<float, Shape<N4, N3, N8>>)tensor)[2, 2, 2];
    }));

    [Fact]
    public void SlicesAndReinterpretationAllocateNothing() => Assert.Equal(0, Allocated.BytesOf(() =>
    {
        Tensor<float, Shape<N4, N3, N8>> tensor = s_buffer;
        tensor.Slice(1).Slice(2).Slice(3).Value = tensor.Reinterpret<Shape<N96>>()[95];
        tensor.Slice(0).CopyTo(tensor.Slice(1));
    }));

    [Fact]
    public void BatchesAllocateNothing() => Assert.Equal(0, Allocated.BytesOf(() =>
    {
        foreach (Tensor<float, Shape<N3, N8>> item in s_batch)
            item[0, 0] = s_batch.Batch[1..3].Count;
    }));

    [Fact]
    public void DimsAndTextAreMadeOnce() => Assert.Equal(0, Allocated.BytesOf(() =>
        s_sum += s_buffer.Dims.Length + ShapeText.Of<Shape<N4, N3, N8>>().Length + s_buffer.Tensor.AsTensorSpan().Rank));

    [Fact]
    public void ARentedBufferCostsOneSmallObject()
    {
        long bytes = Allocated.BytesOf(() =>
        {
            using var rented = TensorBuffer<float, Shape<N100, N100>>.Rent();
            rented[0, 0] = 1;
        });
        Assert.InRange(bytes, 0, 40);
    }
}
