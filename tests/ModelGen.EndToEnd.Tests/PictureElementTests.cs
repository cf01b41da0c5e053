using ModelGen.EndToEnd.PictureElements;

namespace ModelGen.EndToEnd;

/// <summary>Models that take pictures in other elements than float32, and give back what came in.</summary>
public class PictureElementTests
{
    // Red is 0, 1, 2, …; green and blue follow at a distance. No step scales it: it is 2×2 already.
    private static readonly Image s_picture = Picture(0);
    private static readonly Image s_other = Picture(100);

    [Fact]
    public void BytesComeInAsTheyAre() =>
        Assert.Equal([0, 1, 2, 3, 50, 51, 52, 53, 90, 91, 92, 93], BytePicture.Predict(s_picture).Numbers.Span.ToArray());

    [Fact]
    public void HalvesAreTheNumbersRounded() => Assert.Equal(
        s_planes.Select(level => (float)(Half)(float)(level / 255.0)), HalfPicture.Predict(s_picture).Numbers.Span.ToArray());

    [Fact]
    public void AQuantisedInputHasTheScaleAndZeroPointOfItsGraph()
    {
        float[] numbers = QuantisedPicture.Predict(s_picture).Numbers.Span.ToArray();
        for (int i = 0; i < numbers.Length; i++)
        {
            // Channels last; 1/64 a step, at most 127 + 10 steps.
            double number = s_planes[i % 3 * 4 + i / 3] / 255.0;
            Assert.Equal(Math.Round(number * 64) / 64, numbers[i], 1e-6);
        }
    }

    [Fact]
    public void EveryPictureOfABatchIsWrittenInItsPlace()
    {
        BytePicture.Output[] results = BytePicture.Predict([s_picture, s_other, s_picture]);
        Assert.Equal(BytePicture.Predict(s_other).Numbers.Span.ToArray(), results[1].Numbers.Span.ToArray());
        Assert.Equal(results[0].Numbers.Span.ToArray(), results[2].Numbers.Span.ToArray());
        Assert.NotEqual(results[0].Numbers.Span.ToArray(), results[1].Numbers.Span.ToArray());
    }

    private static readonly double[] s_planes = [0, 1, 2, 3, 50, 51, 52, 53, 90, 91, 92, 93];

    private static Image Picture(byte first)
    {
        var image = new Image(2, 2, PixelFormat.Rgb24);
        for (int i = 0; i < 4; i++)
            (image.Pixels[i * 3], image.Pixels[i * 3 + 1], image.Pixels[i * 3 + 2]) = ((byte)(first + i), (byte)(first + 50 + i), (byte)(first + 90 + i));
        return image;
    }
}
