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
            if (RanksBefore(probabilities[i], i, probabilities[best], best))
                best = i;
        }

        return best;
    }

    /// <summary>Fills <paramref name="top"/> with its length's worth of best classes, best first, in O(n log k) and in place.</summary>
    public static void Select<TLabel>(ReadOnlySpan<float> probabilities, LabelSet<TLabel> labels, Span<Prediction<TLabel>> top)
        where TLabel : struct, Enum
    {
        if (top.IsEmpty)
            return;

        // A heap with the worst of the best on top: most classes fail against it at once.
        for (int i = 0; i < top.Length; i++)
            top[i] = At(labels, probabilities, i);
        for (int parent = top.Length / 2 - 1; parent >= 0; parent--)
            SiftDown(top, parent);
        for (int i = top.Length; i < probabilities.Length; i++)
        {
            // Of equals the earlier stays, so one comparison settles nearly all; the rest of the rule is for NaN.
            if (probabilities[i] <= top[0].Probability || !RanksBefore(probabilities[i], i, top[0].Probability, top[0].Index))
                continue;
            top[0] = At(labels, probabilities, i);
            SiftDown(top, 0);
        }

        // Taking the worst off again and again leaves the best in front.
        for (int last = top.Length - 1; last > 0; last--)
        {
            (top[0], top[last]) = (top[last], top[0]);
            SiftDown(top[..last], 0);
        }
    }

    private static Prediction<TLabel> At<TLabel>(LabelSet<TLabel> labels, ReadOnlySpan<float> probabilities, int index)
        where TLabel : struct, Enum => new(LabelSet<TLabel>.LabelAt(index), labels[index], probabilities[index]);

    private static void SiftDown<TLabel>(Span<Prediction<TLabel>> heap, int parent)
        where TLabel : struct, Enum
    {
        Prediction<TLabel> sinking = heap[parent];
        while (true)
        {
            int child = 2 * parent + 1;
            if (child >= heap.Length)
                break;
            if (child + 1 < heap.Length && RanksBefore(heap[child], heap[child + 1]))
                child++;
            if (!RanksBefore(sinking, heap[child]))
                break;
            heap[parent] = heap[child];
            parent = child;
        }

        heap[parent] = sinking;
    }

    private static bool RanksBefore<TLabel>(in Prediction<TLabel> left, in Prediction<TLabel> right)
        where TLabel : struct, Enum => RanksBefore(left.Probability, left.Index, right.Probability, right.Index);

    private static bool RanksBefore(float left, int leftIndex, float right, int rightIndex)
    {
        if (left > right)
            return true;
        if (left < right)
            return false;
        if (float.IsNaN(left) != float.IsNaN(right))
            return float.IsNaN(right);
        return leftIndex < rightIndex;
    }
}
