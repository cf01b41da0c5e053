using CsCheck;

namespace ModelGen.Tests.Imaging;

public class ColumnTilesTests
{
    [Fact]
    public void TilesCoverEveryColumnOnceAndHoldItsWindow() =>
        Gen.Select(Gen.Int[1, 4000], Gen.Int[1, 600], Samples.PillowFilter).Sample((source, target, kind) =>
        {
            ResizeFilter filter = kind == ResizeFilter.Nearest ? ResizeFilter.Lanczos : kind;
            AxisWeights axis = AxisWeights.Build(filter, ResizeArithmetic.Pillow, source, target, 0, target);
            SplitWeights split = SplitWeights.Of(axis, 4, align: 2);
            ColumnTiles? tiles = ColumnTiles.Of(axis, split);
            Assert.NotNull(tiles);
            int x = 0;
            for (int tile = 0; tile < tiles.Ends.Length; tile++)
            {
                Assert.InRange(tiles.Ends[tile] - x, 1, ColumnTiles.MaxColumns);
                Assert.InRange(tiles.SourceEnds[tile] - tiles.Starts[tile], 4, tiles.Pixels);
                Assert.Equal(0, tiles.Starts[tile] % 4);
                Assert.Equal(0, tiles.SourceEnds[tile] % 4);
                for (; x < tiles.Ends[tile]; x++)
                {
                    int first = axis.Starts[x] - split.Lead(axis, x);
                    Assert.InRange(first, tiles.Starts[tile], tiles.SourceEnds[tile] - split.Stride);
                }
            }

            Assert.Equal(target, x);
        }, iter: 300, threads: 2);

    [Fact]
    public void WindowsTooWideToGatherGiveTheSameBytesOnEveryPath()
    {
        const int Width = 17_000;
        var pixels = new byte[3 * Width];
        new Random(7).NextBytes(pixels);
        var steps = new ImageSteps { Width = 1, Height = 1, Color = ImageColor.Rgb, Layout = ImageLayout.Chw, Resize = ImageResize.To(1, 1, ResizeFilter.Lanczos), Rescale = 1 };
        Assert.Null(new ResamplePlan(steps, Width, 1, PixelFormat.Rgb24).Tiles);
        using var guarded = new GuardedBytes(pixels);
        var view = new ImageView(guarded.Span, Width, 1, PixelFormat.Rgb24, 3 * Width);
        float[] expected = Tensors.Of(steps, view, VectorPath.Scalar);
        foreach (VectorPath path in Samples.Paths.Where(path => path <= VectorPaths.Best))
            Assert.Equal(expected, Tensors.Of(steps, view, path));
    }
}
