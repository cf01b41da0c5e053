using System.Globalization;

namespace ModelGen.Tests.Results;

public class ClassificationTests
{
    [Fact]
    public void TheResultNamesTheMostProbableClass()
    {
        Classification<Fruit> result = Fruits.Classify(ScoreKind.Probabilities, 0.2f, 0.305f, 0.395f, 0.1f);
        Assert.Equal(Fruit.TigerMelon, result.Label);
        Assert.Equal("tiger melon", result.Name);
        Assert.Equal(0.395f, result.Probability);
        Assert.Equal(0.305f, result[Fruit.Pear]);
        Assert.Equal([0.2f, 0.305f, 0.395f, 0.1f], result.Probabilities);
        Assert.Equal("tiger melon 39.5 %", result.ToString());
        Assert.Same(Fruits.Labels, result.Labels);
        Assert.Equal(ScoreKind.Probabilities, result.Kind);
    }

    [Fact]
    public void TextDoesNotDependOnTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal("apple 60.0 %", Fruits.Classify(ScoreKind.Probabilities, 0.6f, 0.4f, 0, 0).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void OfEquallyProbableClassesTheFirstIsMeant()
    {
        Assert.Equal(Fruit.Pear, Fruits.Classify(ScoreKind.Probabilities, 0.1f, 0.4f, 0.4f, 0.1f).Label);
        Assert.Equal(Fruit.Apple, Fruits.Classify(ScoreKind.Logits, 3, 3, 3, 3).Label);
        Assert.Equal(Fruit.Apple, Fruits.Classify(ScoreKind.IndependentProbabilities, -0f, 0f, -0f, 0f).Label);
    }

    [Fact]
    public void TheResultDoesNotChangeWithTheScoresItCameFrom()
    {
        float[] scores = [0, 1, 0, 0];
        var result = new Classification<Fruit>(scores, ScoreKind.Probabilities, Fruits.Labels);
        scores[0] = 5;
        Assert.Equal((Fruit.Pear, 0f), (result.Label, result[Fruit.Apple]));
    }

    [Fact]
    public void ScoresOfAnotherModelAreRefused()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => Fruits.Classify(ScoreKind.Logits, 1, 2, 3));
        Assert.Equal(
            "The scores are not those of these classes (Classification<Fruit>): expected 4 scores, one a class, got 3. " +
            "Pass the scores of one item, and the labels of the same model.",
            error.Message);
        Assert.Throws<ArgumentNullException>(() => new Classification<Fruit>([1f], ScoreKind.Logits, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fruits.Classify((ScoreKind)7, 1, 2, 3, 4));
    }

    [Fact]
    public void AClassThatIsNotThereIsNamed()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Fruits.Classify(ScoreKind.Logits, 1, 2, 3, 4)[(Fruit)4]);
        Assert.StartsWith("Fruit 4 is not a class of the model: valid are 0 to 3.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AResultCostsItselfAndItsProbabilities()
    {
        float[] scores = [1, 2, 3, 4];
        // An array of four floats has 16 + 8 + 16 bytes; the object two references, two integers and its header of 16.
        Assert.InRange(Allocated.BytesOf(() => _ = new Classification<Fruit>(scores, ScoreKind.Logits, Fruits.Labels).Label), 0, 40 + 40);
    }
}
