using CsCheck;

namespace ModelGen.Tests.Imaging;

public class VectorPathTests
{
    [Theory]
    [InlineData(VectorPath.Portable)]
    [InlineData(VectorPath.Avx2)]
    [InlineData(VectorPath.Avx512)]
    internal void EveryPathGivesTheBitsOfTheScalarOneAndReadsNothingBehindThePicture(VectorPath path)
    {
        if (!Samples.Paths.Contains(path)) return;   // instructions that this machine lacks
        Gen.Select(Samples.Picture, Samples.Steps).Sample((picture, steps) =>
        {
            using var pixels = new GuardedBytes(picture.Pixels);
            var view = new ImageView(pixels.Span, picture.Width, picture.Height, picture.Format, picture.Stride);
            float[] expected = Tensors.Of(steps, view, VectorPath.Scalar);
            Assert.DoesNotContain(expected, float.IsNaN);
            Assert.Equal(Tensors.Hash(expected), Tensors.Hash(Tensors.Of(steps, view, path)));
        }, iter: 1500, threads: 2);
    }

    [Fact]
    public void APartOfAPictureGivesTheSameAsACopyOfThePart() =>
        Gen.Select(Samples.Picture, Samples.Steps, Gen.Double.Unit, Gen.Double.Unit).Sample((picture, steps, left, top) =>
        {
            var view = new ImageView(picture.Pixels, picture.Width, picture.Height, picture.Format, picture.Stride);
            int x = (int)(left * (picture.Width - 1)), y = (int)(top * (picture.Height - 1));
            ImageView part = view.Crop(x, y, Math.Max(1, (picture.Width - x) / 2), Math.Max(1, (picture.Height - y) / 2));
            Assert.Equal(
                Tensors.Hash(Tensors.Of(steps, Image.CopyOf(part), VectorPath.Scalar)), Tensors.Hash(Tensors.Of(steps, part, VectorPaths.Best)));
        }, iter: 300, threads: 2);

    [Fact]
    public void EveryByteOfTheTensorIsWrittenAndNothingAroundIt() =>
        Gen.Select(Samples.Picture, Samples.Steps).Sample((picture, steps) =>
        {
            const int Margin = 16;
            var around = new float[steps.Length + 2 * Margin];
            around.AsSpan().Fill(float.NaN);
            var view = new ImageView(picture.Pixels, picture.Width, picture.Height, picture.Format, picture.Stride);
            new ImagePipeline(steps).Write(view, around.AsSpan(Margin, steps.Length));
            Assert.Equal(2 * Margin, around.Count(float.IsNaN));
            Assert.All(around[..Margin], value => Assert.True(float.IsNaN(value)));
            Assert.All(around[^Margin..], value => Assert.True(float.IsNaN(value)));
        }, iter: 300, threads: 2);
}
