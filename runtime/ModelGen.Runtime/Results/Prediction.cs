using System.Globalization;

namespace ModelGen;

/// <summary>One class and how probable it is.</summary>
/// <param name="Label">The class.</param>
/// <param name="Name">The model's own name of the class.</param>
/// <param name="Probability">0 to 1.</param>
/// <typeparam name="TLabel">The model's classes.</typeparam>
public readonly record struct Prediction<TLabel>(TLabel Label, string Name, float Probability) : IRanked
    where TLabel : struct, Enum
{
    /// <summary>The place of the class among the model's scores.</summary>
    public int Index => LabelSet<TLabel>.IndexOf(Label);

    float IRanked.Rank => Probability;

    /// <summary>Makes <c>foreach (var (label, probability) in result.TopK(5))</c> work.</summary>
    /// <param name="label">The class.</param>
    /// <param name="probability">0 to 1.</param>
    public void Deconstruct(out TLabel label, out float probability)
    {
        label = Label;
        probability = Probability;
    }

    /// <summary>Name and probability, in the invariant culture.</summary>
    /// <returns>For example <c>tiger cat 39.5 %</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {100 * Probability:0.0} %");
}
