using System.Numerics.Tensors;
using Dims;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Tests.Tensors;

public class TensorTests
{
    [Fact]
    public void DataOfAnotherLengthIsRefusedWithBothLengths()
    {
        var shorter = Assert.Throws<ShapeMismatchException>(() => new Tensor<float, Shape<N1, N3, N2>>(new float[5]));
        Assert.Equal(
            "The data does not fill the tensor (float 1×3×2): expected 6 elements, got 5 elements. " +
            "Pass all the elements, or choose the tensor type of the data's real shape.",
            shorter.Message);

        var longer = Assert.Throws<ShapeMismatchException>(() => new ReadOnlyTensor<long, Shape>(new long[2]));
        Assert.Equal(
            "The data does not fill the tensor (long scalar): expected 1 element, got 2 elements. " +
            "Pass a slice of that length, or use a batch for several items.",
            longer.Message);
    }

    [Fact]
    public void ATensorWritesThroughToItsData()
    {
        float[] data = new float[6];
        var tensor = new Tensor<float, Shape<N2, N3>>(data);
        tensor[1, 2] = 7;
        tensor.Span[0] = 5;
        Assert.Equal([5, 0, 0, 0, 0, 7], data);
        Assert.Equal((6, 2), (tensor.Length, tensor.Rank));
        Assert.Equal([2, 3], tensor.Dims);
    }

    [Fact]
    public void AScalarHasAValue()
    {
        double[] data = [1];
        var scalar = new Tensor<double, Shape>(data);
        scalar.Value = 2.5;
        Assert.Equal(2.5, data[0]);
        ReadOnlyTensor<double, Shape> readOnly = scalar;
        Assert.Equal(2.5, readOnly.Value);
    }

    [Fact]
    public void TheDefaultTensorIsOneThatWasNotGiven()
    {
        Assert.True(default(Tensor<float, Shape<N2>>).IsEmpty);
        Assert.True(default(ReadOnlyTensor<float, Shape<N2>>).IsEmpty);
        Assert.True(((ReadOnlyTensor<float, Shape<N2>>)default(Tensor<float, Shape<N2>>)).IsEmpty);
        Assert.Equal("float 2 (not given)", default(Tensor<float, Shape<N2>>).ToString());
    }

    [Fact]
    public void ReadingATensorThatWasNotGivenThrowsAndSaysSo()
    {
        var error = Assert.Throws<ModelGenException>(() => default(Tensor<float, Shape<N2, N3>>)[1, 2]);
        Assert.StartsWith("The tensor was not given: expected a tensor of float 2×3, got the default value", error.Message, StringComparison.Ordinal);
        Assert.Throws<ModelGenException>(() => default(ReadOnlyTensor<float, Shape<N2>>)[0]);
        Assert.Throws<ModelGenException>(() => default(ReadOnlyTensor<float, Shape<N2>>).Span.Length);
        Assert.Throws<ModelGenException>(() => default(Tensor<float, Shape<N2>>).Slice(0).IsEmpty);
        Assert.Throws<ModelGenException>(() => default(Tensor<float, Shape<N2>>).Reinterpret<Shape<N1, N2>>().IsEmpty);
        Assert.Throws<ModelGenException>(() => default(Tensor<float, Shape<N2>>).AsTensorSpan().Rank);
        Assert.Throws<ModelGenException>(() => default(Tensor<float, Shape>).Value);
        Assert.Throws<ModelGenException>(() => new Tensor<float, Shape<N2>>(new float[2]).CopyTo(default(Tensor<float, Shape<N2>>)));
    }

    [Fact]
    public void ATensorWithoutElementsIsStillGiven()
    {
        var none = new Tensor<float, Shape<N3, N0>>([]);
        Assert.False(none.IsEmpty);
        Assert.Equal(0, none.Span.Length);
        Assert.False(none.Slice(2).IsEmpty);
        Assert.False(new ReadOnlyTensor<string, Shape<N0>>(default).IsEmpty);
        none.Fill(1);
        Assert.Equal([3, 0], none.AsTensorSpan().Lengths.ToArray());
    }

    [Fact]
    public void ReinterpretKeepsTheElements()
    {
        int[] data = [.. Enumerable.Range(0, 12)];
        Tensor<int, Shape<N2, N6>> tensor = new Tensor<int, Shape<N3, N4>>(data).Reinterpret<Shape<N2, N6>>();
        Assert.Equal(8, tensor[1, 2]);
        ReadOnlyTensor<int, Shape<N12>> flat = new ReadOnlyTensor<int, Shape<N3, N4>>(data).Reinterpret<Shape<N12>>();
        Assert.True(flat.Span.SequenceEqual(data));
    }

    [Fact]
    public void ReinterpretRefusesAShapeOfAnotherLength()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => new Tensor<int, Shape<N3, N4>>(new int[12]).Reinterpret<Shape<N3, N5>>().Length);
        Assert.Equal(
            "A tensor can be reinterpreted only as a shape of equally many elements: expected 12 elements (3×4), got 15 elements (3×5). " +
            "Choose dims with the same product.",
            error.Message);
    }

    [Fact]
    public void FillClearAndCopyReachEveryElement()
    {
        var source = new TensorBuffer<int, Shape<N2, N2>>([1, 2, 3, 4]);
        var target = new TensorBuffer<int, Shape<N2, N2>>();
        source.Tensor.CopyTo(target);
        Assert.Equal([1, 2, 3, 4], target.Span);

        int[] longer = new int[6];
        new ReadOnlyTensor<int, Shape<N2, N2>>(source.Span).CopyTo(longer);
        Assert.Equal([1, 2, 3, 4, 0, 0], longer);
        Assert.Throws<ArgumentException>(() => source.Tensor.CopyTo(new int[3].AsSpan()));

        target.Tensor.Fill(9);
        Assert.Equal([9, 9, 9, 9], target.Span);
        target.Tensor.Clear();
        Assert.Equal([0, 0, 0, 0], target.Span);
    }

    [Fact]
    public void TensorSpansSeeTheSameMemoryUnderTheSameDims()
    {
        float[] data = [.. Enumerable.Range(0, 24).Select(i => (float)i)];
        TensorSpan<float> span = new Tensor<float, Shape<N2, N3, N4>>(data).AsTensorSpan();
        Assert.Equal([2, 3, 4], span.Lengths.ToArray());
        span[1, 2, 3] = -1;
        Assert.Equal(-1, data[23]);

        ReadOnlyTensorSpan<float> readOnly = new ReadOnlyTensor<float, Shape<N4, N6>>(data).AsReadOnlyTensorSpan();
        Assert.Equal(data[4 * 3 + 4 * 2 + 2], readOnly[3, 4]);
        Assert.Equal(-1, new ReadOnlyTensor<float, Shape>(data.AsSpan(23)).AsReadOnlyTensorSpan()[0]);
    }

    [Fact]
    public void TextNamesElementTypeAndShape()
    {
        Assert.Equal("float 1×3×224×224", new TensorBuffer<float, Shape<N1, N3, N224, N224>>().Tensor.ToString());
        Assert.Equal("long scalar", new ReadOnlyTensor<long, Shape>([1]).ToString());
        Assert.Equal("string 2", new ReadOnlyTensor<string, Shape<N2>>(["a", "b"]).ToString());
        Assert.Equal("Half 1", new ReadOnlyTensor<Half, Shape<N1>>([Half.One]).ToString());
        Assert.Equal("BFloat16 1", new ReadOnlyTensor<BFloat16, Shape<N1>>(new BFloat16[1]).ToString());
        Assert.Equal("DayOfWeek 1", new ReadOnlyTensor<DayOfWeek, Shape<N1>>([DayOfWeek.Friday]).ToString());
    }

    [Fact]
    public unsafe void FixedPinsTheFirstElement()
    {
        int[] data = [1, 2, 3];
        fixed (int* expected = data)
        fixed (int* writable = new Tensor<int, Shape<N3>>(data))
        fixed (int* readOnly = new ReadOnlyTensor<int, Shape<N3>>(data))
        {
            Assert.Equal((nint)expected, (nint)writable);
            Assert.Equal((nint)expected, (nint)readOnly);
        }
    }
}
