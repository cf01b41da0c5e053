using System.Numerics.Tensors;

namespace ModelGen;

/// <summary>Probabilities from a classifier's scores.</summary>
internal static class Scores
{
    public static void ToProbabilities(ReadOnlySpan<float> scores, ScoreKind kind, Span<float> probabilities)
    {
        switch (kind)
        {
            case ScoreKind.Logits:
                Softmax(scores, probabilities);
                break;
            case ScoreKind.Independent:
                TensorPrimitives.Sigmoid(scores, probabilities);
                break;
            case ScoreKind.Probabilities or ScoreKind.IndependentProbabilities:
                scores.CopyTo(probabilities);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, $"There is no such kind of scores: valid are {string.Join(", ", Enum.GetNames<ScoreKind>())}.");
        }
    }

    private static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        float max = TensorPrimitives.Max(logits);
        if (!float.IsFinite(max))
        {
            SoftmaxOfSpecials(logits, probabilities);
            return;
        }

        // The largest exponent is 0, so nothing overflows and the sum is at least 1.
        TensorPrimitives.Subtract(logits, max, probabilities);
        TensorPrimitives.Exp(probabilities, probabilities);
        TensorPrimitives.Divide(probabilities, TensorPrimitives.Sum<float>(probabilities), probabilities);
    }

    /// <summary>Softmax where a logit is NaN or +∞, or all are −∞: the limits that <see cref="Classification{TLabel}"/> promises.</summary>
    private static void SoftmaxOfSpecials(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        float max = float.NegativeInfinity;
        foreach (float logit in logits)
            max = float.MaxNumber(max, logit);

        // ∞ − ∞ is NaN, but two equal logits differ by 0.
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            probabilities[i] = logits[i] == max ? 1 : MathF.Exp(logits[i] - max);
            if (!float.IsNaN(probabilities[i]))
                sum += probabilities[i];
        }

        // Where all are NaN the sum is 0, and NaN they stay.
        TensorPrimitives.Divide(probabilities, sum, probabilities);
    }
}
