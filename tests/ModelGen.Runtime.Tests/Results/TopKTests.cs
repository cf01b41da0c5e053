using CsCheck;

namespace ModelGen.Tests.Results;

public class TopKTests
{
    // Few values, so that ties are common, and numbers that aren't.
    private static readonly Gen<float> s_probability = Gen.OneOf(
        Gen.Int[0, 8].Select(i => i / 8f), Gen.Float[0, 1], Gen.Int[0, 3].Select(i => new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f }[i]));

    private static readonly Gen<float[]> s_probabilities = s_probability.Array[40];

    private static readonly LabelSet<Digit> s_labels = new(Enum.GetNames<Digit>());

    [Fact]
    public void TheClassesComeMostProbableFirst()
    {
        Classification<Fruit> result = Fruits.Classify(ScoreKind.Probabilities, 0.1f, 0.4f, 0.3f, 0.2f);
        var lines = new List<string>();
        foreach (var (label, p) in result.TopK(3))
            lines.Add($"{label} {p:0.0}");
        Assert.Equal(["Pear 0.4", "TigerMelon 0.3", "Plum 0.2"], lines);

        var (best, name, probability) = result.TopK(1)[0];
        Assert.Equal((Fruit.Pear, "pear", 0.4f), (best, name, probability));
        Assert.Equal(new Prediction<Fruit>(Fruit.TigerMelon, "tiger melon", 0.3f), result.TopK(2)[1]);
        Assert.Equal(2, result.TopK(2)[1].Index);
        Assert.Equal("tiger melon 30.0 %", result.TopK(2)[1].ToString());
    }

    [Fact]
    public void MoreThanThereAreMeansAll()
    {
        Classification<Fruit> result = Fruits.Classify(ScoreKind.Logits, 1, 2, 3, 4);
        Assert.Equal(4, result.TopK(1000).Length);
        Assert.Equal(4, result.TopK(new Prediction<Fruit>[9]));
        Assert.Empty(result.TopK(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.TopK(-1));
    }

    [Fact]
    public void OnlyThePartThatIsFilledIsTouched()
    {
        var destination = new Prediction<Fruit>[6];
        int count = Fruits.Classify(ScoreKind.Logits, 1, 2, 3, 4).TopK(destination.AsSpan(0, 5));
        Assert.Equal(4, count);
        Assert.Equal(default, destination[4]);
        Assert.Equal(default, destination[5]);
    }

    [Fact]
    public void TopKIsTheBeginningOfAFullSort() =>
        Gen.Select(s_probabilities, Gen.Int[0, 45]).Sample((probabilities, k) =>
        {
            int[] expected = [.. Enumerable.Range(0, probabilities.Length)
                .OrderBy(i => float.IsNaN(probabilities[i]))
                .ThenByDescending(i => probabilities[i] == 0 ? 0 : probabilities[i])
                .ThenBy(i => i)
                .Take(k)];
            var result = new Classification<Digit>(probabilities, ScoreKind.IndependentProbabilities, s_labels);
            Assert.Equal(expected, result.TopK(k).Select(prediction => prediction.Index));
            Assert.All(result.TopK(k), prediction => Assert.Equal(probabilities[prediction.Index], prediction.Probability));
            Assert.All(result.TopK(k), prediction => Assert.Equal(prediction.Label.ToString(), prediction.Name));
        });

    [Fact]
    public void TheTopClassIsTheFirstOfTopK() =>
        Gen.Select(s_probabilities, Gen.Enum<ScoreKind>()).Sample((scores, kind) =>
        {
            var result = new Classification<Digit>(scores, kind, s_labels);
            Assert.Equal(new Prediction<Digit>(result.Label, result.Name, result.Probability), result.TopK(1)[0]);
        });

    [Fact]
    public void TopKIntoASpanAllocatesNothing()
    {
        var result = new Classification<Digit>(new float[40], ScoreKind.Logits, s_labels);
        var top = new Prediction<Digit>[5];
        Assert.Equal(0, Allocated.BytesOf(() => result.TopK(top.AsSpan())));
    }
}
