using CsCheck;

namespace ModelGen.Tests.Results;

public class ScoresTests
{
    private static readonly Gen<float[]> s_logits = Gen.OneOf(
        Gen.Float[-20, 20].Array[1, 1200], Gen.Float[-2000, 2000].Array[1, 50], Gen.Float[-1e30f, 1e30f].Array[1, 20]);

    [Fact]
    public void SoftmaxSumsToOne() =>
        s_logits.Sample(logits => Assert.InRange(Probabilities(ScoreKind.Logits, logits).Sum(p => (double)p), 1 - 1e-5, 1 + 1e-5));

    [Fact]
    public void SoftmaxIsWhatTheFormulaSays() =>
        s_logits.Sample(logits =>
        {
            double max = logits.Max();
            double sum = logits.Sum(logit => Math.Exp(logit - max));
            float[] actual = Probabilities(ScoreKind.Logits, logits);
            for (int i = 0; i < logits.Length; i++)
                Assert.Equal(Math.Exp(logits[i] - max) / sum, actual[i], 2e-6);
        });

    [Fact]
    public void SoftmaxOfKnownLogitsHasKnownValues()
    {
        // e¹ : e² : e³, divided by their sum.
        float[] actual = Probabilities(ScoreKind.Logits, 1, 2, 3);
        Assert.Equal(0.09003057, actual[0], 1e-7);
        Assert.Equal(0.24472848, actual[1], 1e-7);
        Assert.Equal(0.66524094, actual[2], 1e-7);
    }

    [Fact]
    public void HugeLogitsNeitherOverflowNorVanish()
    {
        Assert.Equal([0.5f, 0.5f, 0], Probabilities(ScoreKind.Logits, 1e38f, 1e38f, -1e38f));
        Assert.Equal([1, 0], Probabilities(ScoreKind.Logits, float.MaxValue, float.MinValue));
    }

    [Fact]
    public void InfiniteLogitsShareTheWholeProbability()
    {
        Assert.Equal([0.5f, 0, 0.5f, 0], Probabilities(ScoreKind.Logits, float.PositiveInfinity, 3, float.PositiveInfinity, float.NegativeInfinity));
        Assert.Equal([0, 1], Probabilities(ScoreKind.Logits, float.NegativeInfinity, -7));
        Assert.Equal([0.5f, 0.5f], Probabilities(ScoreKind.Logits, float.NegativeInfinity, float.NegativeInfinity));
    }

    [Fact]
    public void ALogitThatIsNotANumberStaysVisibleAndSparesTheOthers()
    {
        Assert.Equal([0.5f, float.NaN, 0.5f], Probabilities(ScoreKind.Logits, 2, float.NaN, 2));
        Assert.Equal([float.NaN, 1, 0], Probabilities(ScoreKind.Logits, float.NaN, float.PositiveInfinity, 2));
        Assert.Equal([float.NaN, float.NaN], Probabilities(ScoreKind.Logits, float.NaN, float.NaN));
        Assert.Equal([float.NaN, 1], Probabilities(ScoreKind.Logits, float.NaN, float.NegativeInfinity));
    }

    [Fact]
    public void IndependentScoresGoThroughTheLogisticFunctionOneByOne()
    {
        Assert.Equal(
            [0.5f, 1, 0, 1, 0, float.NaN],
            Probabilities(ScoreKind.Independent, 0, 200, -200, float.PositiveInfinity, float.NegativeInfinity, float.NaN));
        Gen.Float[-80, 80].Array[1, 100].Sample(scores =>
        {
            float[] actual = Probabilities(ScoreKind.Independent, scores);
            for (int i = 0; i < scores.Length; i++)
                Assert.Equal(1 / (1 + Math.Exp(-scores[i])), actual[i], 1e-6);
        });
    }

    [Theory]
    [InlineData(ScoreKind.Probabilities)]
    [InlineData(ScoreKind.IndependentProbabilities)]
    public void ProbabilitiesAreTakenAsTheyAre(ScoreKind kind) =>
        Assert.Equal([0.2f, 0.9f, float.NaN, -1], Probabilities(kind, 0.2f, 0.9f, float.NaN, -1));

    private static float[] Probabilities(ScoreKind kind, params ReadOnlySpan<float> scores)
    {
        float[] probabilities = new float[scores.Length];
        Scores.ToProbabilities(scores, kind, probabilities);
        return probabilities;
    }
}
