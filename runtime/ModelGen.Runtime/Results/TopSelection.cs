using System.Numerics.Tensors;

namespace ModelGen;

/// <summary>The best of many probabilities: larger first, then the lower index; NaN behind all numbers.</summary>
internal static class TopSelection
{
    public static int IndexOfBest(ReadOnlySpan<float> probabilities)
    {
        float max = TensorPrimitives.Max(probabilities);
        if (!float.IsNaN(max))
            return probabilities.IndexOf(max);

        int best = 0;
        for (int i = 1; i < probabilities.Length; i++)
        {
            if (TopHeap<Neighbor>.RanksBefore(probabilities[i], i, probabilities[best], best))
                best = i;
        }

        return best;
    }

    /// <summary>Fills <paramref name="top"/> with its length's worth of best classes, best first, in O(n log k) and in place.</summary>
    public static void Select<TLabel>(ReadOnlySpan<float> probabilities, LabelSet<TLabel> labels, Span<Prediction<TLabel>> top)
        where TLabel : struct, Enum
    {
        var heap = new TopHeap<Prediction<TLabel>>(top);
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (heap.Takes(probabilities[i], i))
                heap.Add(new Prediction<TLabel>(LabelSet<TLabel>.LabelAt(i), labels[i], probabilities[i]));
        }
        heap.Sort();
    }
}
