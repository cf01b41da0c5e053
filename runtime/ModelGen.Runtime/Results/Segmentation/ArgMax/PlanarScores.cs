using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>The best class of each pixel where every class has a plane of scores (C×H×W).</summary>
/// <remarks>
/// Goes over strips of pixels whose running maxima stay in the first-level cache, and over four planes at a time: each score is read once, in long
/// runs that the processor can foresee. Planes are often a power of two apart, so that all their lines fall into the same few sets of the cache;
/// short runs over all planes would push each other out before they are used.
/// </remarks>
internal static class PlanarScores
{
    /// <summary>Pixels of a strip: 8 KiB of maxima and 8 KiB of indices, half of a first-level cache of 32 KiB.</summary>
    internal const int Strip = 2048;

    /// <summary>Planes that go into the maxima together.</summary>
    private const int Together = 4;

    /// <summary>Writes one index a pixel.</summary>
    /// <param name="scores">The scores: as many planes of <paramref name="pixels"/> as there are classes.</param>
    /// <param name="pixels">Pixels of a plane.</param>
    /// <param name="start">The first pixel of the strip.</param>
    /// <param name="best">Scratch, one element a pixel of the strip.</param>
    /// <param name="indices">The result, one index a pixel of the strip.</param>
    internal static void Find<TLanes, TScores, TIndices>(ReadOnlySpan<float> scores, int pixels, int start, Span<float> best, Span<int> indices)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        int vectors = indices.Length - indices.Length % TLanes.Count;
        int classes = scores.Length / pixels;
        best[..vectors].Fill(float.NegativeInfinity);
        indices[..vectors].Clear();
        int plane = 0;
        for (; plane <= classes - Together; plane += Together)
            Four<TLanes, TScores, TIndices>(scores, pixels, start, plane, best[..vectors], indices);
        for (; plane < classes; plane++)
            One<TLanes, TScores, TIndices>(scores.Slice(plane * pixels + start, vectors), plane, best, indices);
        FindScalar(scores, pixels, start + vectors, indices[vectors..]);
    }

    /// <summary>The same in plain loops: the definition of the result.</summary>
    internal static void FindScalar(ReadOnlySpan<float> scores, int pixels, int start, Span<int> indices)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            float best = float.NegativeInfinity;
            int index = 0;
            for (int at = start + i, plane = 0; at < scores.Length; at += pixels, plane++)
            {
                if (scores[at] > best)
                    (best, index) = (scores[at], plane);
            }
            indices[i] = index;
        }
    }

    private static void Four<TLanes, TScores, TIndices>(ReadOnlySpan<float> scores, int pixels, int start, int plane, Span<float> best, Span<int> indices)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        int first = plane * pixels + start;
        ref readonly float zeroth = ref MemoryMarshal.GetReference(scores.Slice(first, best.Length));
        ref readonly float oneth = ref MemoryMarshal.GetReference(scores.Slice(first + pixels, best.Length));
        ref readonly float second = ref MemoryMarshal.GetReference(scores.Slice(first + 2 * pixels, best.Length));
        ref readonly float third = ref MemoryMarshal.GetReference(scores.Slice(first + 3 * pixels, best.Length));
        ref float maxima = ref MemoryMarshal.GetReference(best);
        ref int places = ref MemoryMarshal.GetReference(indices);
        TIndices index0 = TLanes.Fill(plane), index1 = TLanes.Fill(plane + 1), index2 = TLanes.Fill(plane + 2), index3 = TLanes.Fill(plane + 3);
        for (int i = 0; i < best.Length; i += TLanes.Count)
        {
            TScores max = TLanes.Load(ref maxima, i);
            TIndices index = TLanes.Load(ref places, i);
            TLanes.Keep(TLanes.Load(in zeroth, i), index0, ref max, ref index);
            TLanes.Keep(TLanes.Load(in oneth, i), index1, ref max, ref index);
            TLanes.Keep(TLanes.Load(in second, i), index2, ref max, ref index);
            TLanes.Keep(TLanes.Load(in third, i), index3, ref max, ref index);
            TLanes.Store(max, ref maxima, i);
            TLanes.Store(index, ref places, i);
        }
    }

    private static void One<TLanes, TScores, TIndices>(ReadOnlySpan<float> scores, int plane, Span<float> best, Span<int> indices)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        ref readonly float source = ref MemoryMarshal.GetReference(scores);
        ref float maxima = ref MemoryMarshal.GetReference(best);
        ref int places = ref MemoryMarshal.GetReference(indices);
        TIndices own = TLanes.Fill(plane);
        for (int i = 0; i < scores.Length; i += TLanes.Count)
        {
            TScores max = TLanes.Load(ref maxima, i);
            TIndices index = TLanes.Load(ref places, i);
            TLanes.Keep(TLanes.Load(in source, i), own, ref max, ref index);
            TLanes.Store(max, ref maxima, i);
            TLanes.Store(index, ref places, i);
        }
    }
}
