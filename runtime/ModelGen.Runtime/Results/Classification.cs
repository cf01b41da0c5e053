using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ModelGen;

/// <summary>What a classifier says about one picture (or sound, or text): a probability for each class.</summary>
/// <remarks>
/// Immutable, and independent of the model's buffers. Scores that are not numbers stay visible: a NaN score has the probability NaN and ranks behind all
/// numbers, and the rest is as if it were not there. Logits of +∞ share the whole probability; those of −∞ get none, unless all are.
/// </remarks>
/// <typeparam name="TLabel">The model's classes.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Classification<TLabel>
    where TLabel : struct, Enum
{
    private readonly float[] _probabilities;
    private readonly int _top;

    /// <summary>Makes probabilities of a model's scores.</summary>
    /// <param name="scores">One score a class, in the model's order.</param>
    /// <param name="kind">What the scores are.</param>
    /// <param name="labels">The names of the classes.</param>
    /// <exception cref="ShapeMismatchException">There are not as many scores as classes.</exception>
    public Classification(ReadOnlySpan<float> scores, ScoreKind kind, LabelSet<TLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (scores.Length != labels.Count)
            WrongLength(scores.Length, labels.Count);

        _probabilities = GC.AllocateUninitializedArray<float>(scores.Length);
        Scores.ToProbabilities(scores, kind, _probabilities);
        _top = TopSelection.IndexOfBest(_probabilities);
        Labels = labels;
        Kind = kind;
    }

    /// <summary>The names of the classes.</summary>
    public LabelSet<TLabel> Labels { get; }

    /// <summary>What the model's scores were. Independent classes can hold together; their probabilities don't sum to 1.</summary>
    public ScoreKind Kind { get; }

    /// <summary>The most probable class; of equally probable ones the first.</summary>
    public TLabel Label => LabelSet<TLabel>.LabelAt(_top);

    /// <summary>The probability of <see cref="Label"/>, 0 to 1.</summary>
    public float Probability => _probabilities[_top];

    /// <summary>The model's own name of <see cref="Label"/>.</summary>
    public string Name => Labels[_top];

    /// <summary>One probability a class, 0 to 1, in the model's order.</summary>
    public ReadOnlySpan<float> Probabilities => _probabilities;

    /// <summary>The probability of a class, 0 to 1.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the enum's.</exception>
    public float this[TLabel label]
    {
        get
        {
            int index = LabelSet<TLabel>.IndexOf(label);
            if ((uint)index >= (uint)_probabilities.Length)
                NoSuchLabel(label);
            return _probabilities[index];
        }
    }

    /// <summary>The most probable classes, the most probable first; of equally probable ones the earlier in the model's order.</summary>
    /// <param name="k">How many, 0 or more. When there are fewer classes, all.</param>
    /// <returns>An array of its own for the caller.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is negative.</exception>
    public Prediction<TLabel>[] TopK(int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        var top = new Prediction<TLabel>[Math.Min(k, _probabilities.Length)];
        TopK(top);
        return top;
    }

    /// <summary>The most probable classes, as in <see cref="TopK(int)"/>, without allocating.</summary>
    /// <param name="destination">Where to; as many as it has room for.</param>
    /// <returns>How many were written: fewer than there is room for when there are fewer classes.</returns>
    public int TopK(Span<Prediction<TLabel>> destination)
    {
        Span<Prediction<TLabel>> top = destination[..Math.Min(destination.Length, _probabilities.Length)];
        TopSelection.Select(_probabilities, Labels, top);
        return top.Length;
    }

    /// <summary>The most probable class and its probability, in the invariant culture.</summary>
    /// <returns>For example <c>tiger cat 39.5 %</c>.</returns>
    public override string ToString() => new Prediction<TLabel>(Label, Name, Probability).ToString();

    [DoesNotReturn]
    private static void WrongLength(int scores, int classes) => throw new ShapeMismatchException(
        "The scores are not those of these classes", $"{classes} scores, one a class", $"{scores}", $"Classification<{typeof(TLabel).Name}>",
        "Pass the scores of one item, and the labels of the same model.");

    [DoesNotReturn]
    private void NoSuchLabel(TLabel label) => throw new ArgumentOutOfRangeException(
        nameof(label), label, $"{typeof(TLabel).Name} {LabelSet<TLabel>.IndexOf(label)} is not a class of the model: valid are 0 to {Labels.Count - 1}.");
}
