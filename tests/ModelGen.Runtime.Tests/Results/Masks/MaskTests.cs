using CsCheck;

namespace ModelGen.Tests.Results;

public class MaskTests
{
    [Fact]
    public void PixelsAboveTheThresholdAreIn()
    {
        Mask mask = Mask.FromScores([0.2f, 0.5f, 0.51f, float.NaN, 1, 0], 3, 2, ScoreKind.Probabilities);
        Assert.Equal([0, 0, 255, 0, 255, 0], mask.Pixels.ToArray());
        Assert.True(mask[2, 0]);
        Assert.False(mask[0, 1]);
        Assert.Equal((2, 1 / 3.0), (mask.Count, mask.Coverage));
        Assert.Equal("3×2, 33.3 %", mask.ToString());
    }

    [Fact]
    public void LogitsAreComparedAsTheirProbabilitiesWouldBe() => Gen.Select(Gen.Float[-12, 12].Array[1, 70], Gen.Float[0.001f, 0.999f]).Sample((logits, threshold) =>
    {
        Mask mask = Mask.FromScores(logits, logits.Length, 1, ScoreKind.Logits, threshold);
        for (int i = 0; i < logits.Length; i++)
        {
            double probability = 1 / (1 + Math.Exp(-(double)logits[i]));
            // Within float64's own error of the formula neither answer is wrong.
            if (Math.Abs(probability - threshold) > 1e-14)
                Assert.Equal(probability > threshold, mask[i, 0]);
        }
    });

    [Fact]
    public void EndsOfTheScaleAreReached()
    {
        float[] logits = [float.NegativeInfinity, -100, 0, 100, float.PositiveInfinity, float.NaN];
        Assert.Equal([0, 255, 255, 255, 255, 0], Mask.FromScores(logits, 6, 1, ScoreKind.Logits, 0).Pixels.ToArray());
        Assert.Equal([0, 0, 0, 255, 255, 0], Mask.FromScores(logits, 6, 1, ScoreKind.Independent).Pixels.ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 0], Mask.FromScores(logits, 6, 1, ScoreKind.Logits, 1).Pixels.ToArray());
    }

    [Fact]
    public void EveryLengthIsThresholdedToItsEnd() => Gen.Float[0, 1].Array[1, 100].Sample(scores =>
        Assert.Equal(scores.Select(score => score > 0.5f ? (byte)255 : (byte)0), Mask.FromScores(scores, scores.Length, 1, ScoreKind.Probabilities).Pixels.ToArray()));

    [Fact]
    public void OverlayColoursWhatIsInAndLeavesTheRest()
    {
        Mask mask = Mask.FromScores([0, 1], 2, 1, ScoreKind.Probabilities);
        Image mixed = mask.Overlay(Image.Adopt([100, 200, 50, 60], 2, 2, PixelFormat.Gray8), new Rgb(255, 0, 1));
        Assert.Equal([100, 100, 100, 228, 100, 101, 50, 50, 50, 158, 30, 31], mixed.Pixels.ToArray());
        Assert.Equal(PixelFormat.Rgb24, mixed.Format);
    }

    [Fact]
    public void AMaskIsAGrayPictureAndCanBeResized()
    {
        Mask mask = Mask.FromScores([0, 1], 2, 1, ScoreKind.Probabilities).Resize(4, 2);
        Image image = mask.ToImage();
        Assert.Equal([0, 0, 255, 255, 0, 0, 255, 255], image.Pixels.ToArray());
        Assert.Equal((PixelFormat.Gray8, 0.5), (image.Format, mask.Coverage));
        image.Pixels.Clear();
        Assert.Equal(4, mask.Pixels.Count((byte)255));
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Assert.Equal(
            "The scores are not those of this mask (Mask): expected 4, one a pixel of 2×2, got 3. Pass the scores of one item and one channel.",
            Assert.Throws<ShapeMismatchException>(() => Mask.FromScores([1, 2, 3], 2, 2, ScoreKind.Logits)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Mask.FromScores([1], 1, 1, ScoreKind.Logits, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mask.FromScores([1], 1, 1, (ScoreKind)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mask.FromScores([1], 1, 1, ScoreKind.Logits)[1, 0]);
    }
}
