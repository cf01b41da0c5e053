using Dims;

namespace ModelGen.Tests.Tensors;

public class ShapeTests
{
    [Fact]
    public void AShapeKnowsItsDims()
    {
        Check<Shape>("scalar", 1);
        Check<Shape<N7>>("7", 7, 7);
        Check<Shape<N1, N<N1, N24>>>("1×1024", 1024, 1, 1024);
        Check<Shape<N2, N3, N4>>("2×3×4", 24, 2, 3, 4);
        Check<Shape<N1, N3, N224, N224>>("1×3×224×224", 150_528, 1, 3, 224, 224);
        Check<Shape<N2, N3, N4, N5, N6>>("2×3×4×5×6", 720, 2, 3, 4, 5, 6);
        Check<Shape<N2, N3, N4, N5, N6, N7>>("2×3×4×5×6×7", 5040, 2, 3, 4, 5, 6, 7);
        Check<Shape<N2, N3, N4, N5, N6, N7, N8>>("2×3×4×5×6×7×8", 40_320, 2, 3, 4, 5, 6, 7, 8);
        Check<Shape<N2, N3, N4, N5, N6, N7, N8, N9>>("2×3×4×5×6×7×8×9", 362_880, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    [Fact]
    public void ADimOfZeroMakesEveryShapeEmpty()
    {
        Check<Shape<N0>>("0", 0, 0);
        Check<Shape<N3, N0, N5>>("3×0×5", 0, 3, 0, 5);
        // Beyond Int32 on the way, and 0 at the end.
        Check<Shape<N<N1, N0, N0>, N<N1, N0, N0>, N0, N7>>("1000000×1000000×0×7", 0, 1_000_000, 1_000_000, 0, 7);
    }

    [Fact]
    public void AShapeOfTooManyElementsSaysSoWhereItIsUsed()
    {
        var error = Assert.Throws<ModelGenException>(() => Shape<N<N50, N0>, N<N50, N0>>.Length);
        Assert.Equal(
            "The shape has too many elements: expected at most 2147483647, got 50000×50000. " +
            "Run the model on smaller pieces: .NET indexes memory with 32-bit integers.",
            error.Message);
        Assert.Throws<ModelGenException>(() => new TensorBuffer<byte, Shape<N<N50, N0>, N<N50, N0>, N<N50, N0>, N<N50, N0>, N<N50, N0>>>());
    }

    [Fact]
    public void TheLargestShapeIsOneOfInt32MaxValueElements() =>
        Assert.Equal(int.MaxValue, Shape<N<N2, N147, N483, N647>, N1>.Length);

    [Fact]
    public void DimsKnownOnlyAtRunTimeAreWrittenTheSameWay()
    {
        Assert.Equal("1×50257", ShapeText.Of([1, 50257]));
        Assert.Equal("scalar", ShapeText.Of([]));
    }

    private static void Check<TShape>(string text, int length, params ReadOnlySpan<int> dims)
        where TShape : struct, IShape
    {
        Assert.Equal(dims.Length, TShape.Rank);
        Assert.Equal(length, TShape.Length);
        Assert.Equal(dims, TShape.Dims);
        for (int axis = 0; axis < dims.Length; axis++)
            Assert.Equal(dims[axis], TShape.Dim(axis));
        Assert.Equal(text, ShapeText.Of<TShape>());
        Assert.Equal(text, default(TShape).ToString());
    }
}
