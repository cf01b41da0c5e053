using CsCheck;

namespace ModelGen.Tests.Imaging;

public unsafe class FloatRowTests
{
    [Fact]
    public void WholeLevelsGiveTheSameNumbersAsBytes() => Gen.Select(Samples.Steps, Gen.Int[0, 40], Gen.Int[1, 60], Gen.Int).Sample((steps, before, count, seed) =>
    {
        ImageSteps one = steps with { Width = before + count + 3, Height = 2 };
        var bytes = new byte[count * 4];
        new Random(seed).NextBytes(bytes);
        var levels = new float[count * 3];
        for (int i = 0; i < levels.Length; i++) levels[i] = bytes[i % count * 4 + i / count];
        float[] expected = new float[one.Length], tensor = new float[one.Length];
        var writer = new TensorWriter(one, VectorPath.Scalar);
        var across = new AxisSpan(0, count, before);
        fixed (byte* pixels = bytes)
        fixed (float* floats = levels, wanted = expected, written = tensor)
        {
            writer.Row(pixels, 4, across, wanted, 1);
            writer.Floats(floats, count, across, written, 1);
        }

        Assert.Equal(Tensors.Hash(expected), Tensors.Hash(tensor));
    }, iter: 300, threads: 2);
}
