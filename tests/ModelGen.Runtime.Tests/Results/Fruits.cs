namespace ModelGen.Tests.Results;

internal static class Fruits
{
    public static readonly LabelSet<Fruit> Labels = new("apple", "pear", "tiger melon", "plum");

    public static Classification<Fruit> Classify(ScoreKind kind, params ReadOnlySpan<float> scores) => new(scores, kind, Labels);
}
