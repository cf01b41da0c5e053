using System.Numerics;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>The best class of each pixel where the scores of a pixel lie together (H×W×C).</summary>
internal static class InterleavedScores
{
    /// <summary>Writes one index a pixel.</summary>
    /// <param name="scores">The scores of the strip's pixels, <paramref name="classes"/> each.</param>
    /// <param name="classes">Classes, at least as many as a vector has lanes.</param>
    /// <param name="indices">The result, one index a pixel.</param>
    internal static void Find<TLanes, TScores, TIndices>(ReadOnlySpan<float> scores, int classes, Span<int> indices)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        for (int i = 0; i < indices.Length; i++)
            indices[i] = Best<TLanes, TScores, TIndices>(scores.Slice(i * classes, classes));
    }

    /// <summary>The same in plain loops: the definition of the result.</summary>
    internal static void FindScalar(ReadOnlySpan<float> scores, int classes, Span<int> indices)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            ReadOnlySpan<float> pixel = scores.Slice(i * classes, classes);
            float best = float.NegativeInfinity;
            int index = 0;
            for (int c = 0; c < pixel.Length; c++)
            {
                if (pixel[c] > best)
                    (best, index) = (pixel[c], c);
            }
            indices[i] = index;
        }
    }

    /// <summary>First the greatest score, then where it stands first. The last vector overlaps the one before, which changes neither.</summary>
    private static int Best<TLanes, TScores, TIndices>(ReadOnlySpan<float> pixel)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        ref readonly float scores = ref MemoryMarshal.GetReference(pixel);
        int last = pixel.Length - TLanes.Count;
        TScores max = TLanes.WithoutNaN(TLanes.Load(in scores, last));
        for (int at = 0; at < last; at += TLanes.Count)
            max = TLanes.Greater(max, TLanes.WithoutNaN(TLanes.Load(in scores, at)));

        TScores greatest = TLanes.Fill(TLanes.Greatest(max));
        for (int at = 0; at < last; at += TLanes.Count)
        {
            ulong equal = TLanes.Equal(TLanes.WithoutNaN(TLanes.Load(in scores, at)), greatest);
            if (equal != 0)
                return at + BitOperations.TrailingZeroCount(equal);
        }
        return last + BitOperations.TrailingZeroCount(TLanes.Equal(TLanes.WithoutNaN(TLanes.Load(in scores, last)), greatest));
    }
}
