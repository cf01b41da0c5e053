using Dims;

namespace ModelGen.Tests.Tensors;

/// <summary>Every element of a tensor of each rank is where row-major order puts it.</summary>
public class IndexerTests
{
    private delegate int Read<TShape>(Tensor<int, TShape> tensor, int[] i)
        where TShape : struct, IShape;

    private delegate int ReadOnly<TShape>(ReadOnlyTensor<int, TShape> tensor, int[] i)
        where TShape : struct, IShape;

    private delegate int ReadBuffer<TShape>(TensorBuffer<int, TShape> buffer, int[] i)
        where TShape : struct, IShape;

    [Fact]
    public void RankOfOne() =>
        CheckEveryElement<Shape<N2>>(
            (tensor, i) => tensor[i[0]],
            (tensor, i) => tensor[i[0]],
            (buffer, i) => buffer[i[0]]);

    [Fact]
    public void RankOfTwo() =>
        CheckEveryElement<Shape<N2, N3>>(
            (tensor, i) => tensor[i[0], i[1]],
            (tensor, i) => tensor[i[0], i[1]],
            (buffer, i) => buffer[i[0], i[1]]);

    [Fact]
    public void RankOfThree() =>
        CheckEveryElement<Shape<N2, N3, N2>>(
            (tensor, i) => tensor[i[0], i[1], i[2]],
            (tensor, i) => tensor[i[0], i[1], i[2]],
            (buffer, i) => buffer[i[0], i[1], i[2]]);

    [Fact]
    public void RankOfFour() =>
        CheckEveryElement<Shape<N2, N3, N2, N4>>(
            (tensor, i) => tensor[i[0], i[1], i[2], i[3]],
            (tensor, i) => tensor[i[0], i[1], i[2], i[3]],
            (buffer, i) => buffer[i[0], i[1], i[2], i[3]]);

    [Fact]
    public void RankOfFive() =>
        CheckEveryElement<Shape<N2, N3, N2, N4, N2>>(
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4]],
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4]],
            (buffer, i) => buffer[i[0], i[1], i[2], i[3], i[4]]);

    [Fact]
    public void RankOfSix() =>
        CheckEveryElement<Shape<N2, N3, N2, N4, N2, N3>>(
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4], i[5]],
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4], i[5]],
            (buffer, i) => buffer[i[0], i[1], i[2], i[3], i[4], i[5]]);

    [Fact]
    public void RankOfSeven() =>
        CheckEveryElement<Shape<N2, N3, N2, N4, N2, N3, N2>>(
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4], i[5], i[6]],
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4], i[5], i[6]],
            (buffer, i) => buffer[i[0], i[1], i[2], i[3], i[4], i[5], i[6]]);

    [Fact]
    public void RankOfEight() =>
        CheckEveryElement<Shape<N2, N3, N2, N4, N2, N3, N2, N2>>(
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7]],
            (tensor, i) => tensor[i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7]],
            (buffer, i) => buffer[i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7]]);

    [Fact]
    public void AnIndexOutsideItsAxisIsNamedWithItsAxis()
    {
        var tensor = new TensorBuffer<float, Shape<N2, N3>>();
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => tensor[1, 3]);
        Assert.StartsWith("Index 3 is outside axis 1 of 2×3: valid are 0 to 2.", error.Message, StringComparison.Ordinal);
        Assert.Equal("i1", error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor[-1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor[0, int.MinValue]);
        var none = Assert.Throws<ArgumentOutOfRangeException>(() => new Tensor<float, Shape<N0>>([])[0]);
        Assert.StartsWith("Index 0 is outside axis 0 of 0: it has no elements.", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherNumberOfIndicesThanTheRankIsRefused()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => new TensorBuffer<float, Shape<N2, N3>>()[0]);
        Assert.Equal(
            "The number of indices is not the tensor's rank (2×3): expected 2 indices, got 1 index. " +
            "Give one index for each axis, or take a Slice of the leading ones first.",
            error.Message);
        Assert.Throws<ShapeMismatchException>(() => new Tensor<float, Shape>(new float[1])[0]);
        Assert.Throws<ShapeMismatchException>(() => new ReadOnlyTensor<float, Shape<N1>>(new float[1])[0, 0, 0, 0, 0, 0, 0, 0]);
    }

    private static void CheckEveryElement<TShape>(Read<TShape> read, ReadOnly<TShape> readOnly, ReadBuffer<TShape> readBuffer)
        where TShape : struct, IShape
    {
        int[] data = [.. Enumerable.Range(0, TShape.Length)];
        var buffer = new TensorBuffer<int, TShape>(data);
        int[] index = new int[TShape.Rank];
        foreach (int expected in data)
        {
            Assert.Equal(expected, read(new(data), index));
            Assert.Equal(expected, readOnly(new(data), index));
            Assert.Equal(expected, readBuffer(buffer, index));
            Increment<TShape>(index);
        }

        // One step beyond, on each axis by itself.
        for (int axis = 0; axis < index.Length; axis++)
        {
            Array.Clear(index);
            index[axis] = TShape.Dims[axis];
            Assert.Throws<ArgumentOutOfRangeException>($"i{axis}", () => read(new(data), index));
            Assert.Throws<ArgumentOutOfRangeException>($"i{axis}", () => readOnly(new(data), index));
            Assert.Throws<ArgumentOutOfRangeException>($"i{axis}", () => readBuffer(buffer, index));
        }
    }

    private static void Increment<TShape>(int[] index)
        where TShape : struct, IShape
    {
        for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == TShape.Dims[axis]; axis--)
            index[axis] = 0;
    }
}
