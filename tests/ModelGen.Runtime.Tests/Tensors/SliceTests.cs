using CsCheck;
using Dims;

namespace ModelGen.Tests.Tensors;

/// <summary>A slice is the part of the memory that a manual offset gives. The lambdas compile only if its type is the one promised.</summary>
public class SliceTests
{
    private delegate Tensor<int, TRest> Slice<TShape, TRest>(Tensor<int, TShape> tensor, int index)
        where TShape : struct, IShape
        where TRest : struct, IShape;

    private delegate ReadOnlyTensor<int, TRest> ReadOnlySlice<TShape, TRest>(ReadOnlyTensor<int, TShape> tensor, int index)
        where TShape : struct, IShape
        where TRest : struct, IShape;

    [Fact]
    public void ASliceOfRank1HasRank0() => Check<Shape<N2>, Shape>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void ASliceOfRank2HasRank1() => Check<Shape<N2, N3>, Shape<N3>>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void ASliceOfRank3HasRank2() => Check<Shape<N2, N3, N2>, Shape<N3, N2>>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void ASliceOfRank4HasRank3() => Check<Shape<N2, N3, N2, N4>, Shape<N3, N2, N4>>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void ASliceOfRank5HasRank4() => Check<Shape<N2, N3, N2, N4, N2>, Shape<N3, N2, N4, N2>>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void ASliceOfRank6HasRank5() => Check<Shape<N2, N3, N2, N4, N2, N3>, Shape<N3, N2, N4, N2, N3>>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void ASliceOfRank7HasRank6() => Check<Shape<N2, N3, N2, N4, N2, N3, N2>, Shape<N3, N2, N4, N2, N3, N2>>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void ASliceOfRank8HasRank7() => Check<Shape<N2, N3, N2, N4, N2, N3, N2, N2>, Shape<N3, N2, N4, N2, N3, N2, N2>>(
        (tensor, index) => tensor.Slice(index), (tensor, index) => tensor.Slice(index));

    [Fact]
    public void SlicesOfSlicesReachOneElement() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 5]).Sample((i, j, k) =>
        {
            int[] data = [.. Enumerable.Range(0, 4 * 5 * 6)];
            var tensor = new Tensor<int, Shape<N4, N5, N6>>(data);
            Assert.Equal(tensor[i, j, k], tensor.Slice(i).Slice(j).Slice(k).Value);
            tensor.Slice(i).Slice(j)[k] = -1;
            Assert.Equal(-1, data[(i * 5 + j) * 6 + k]);
        });

    private static void Check<TShape, TRest>(Slice<TShape, TRest> slice, ReadOnlySlice<TShape, TRest> readOnlySlice)
        where TShape : struct, IShape
        where TRest : struct, IShape
    {
        int[] data = [.. Enumerable.Range(0, TShape.Length)];
        Assert.Equal(TShape.Length, TShape.Dims[0] * TRest.Length);
        for (int index = 0; index < TShape.Dims[0]; index++)
        {
            Span<int> expected = data.AsSpan(index * TRest.Length, TRest.Length);
            Assert.True(expected == slice(new(data), index).Span, "same memory");
            Assert.True(expected == readOnlySlice(new(data), index).Span, "same memory");
        }

        foreach (int outside in (int[])[-1, TShape.Dims[0], int.MaxValue])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => slice(new(data), outside).IsEmpty);
            Assert.Throws<ArgumentOutOfRangeException>(() => readOnlySlice(new(data), outside).IsEmpty);
        }
    }
}
