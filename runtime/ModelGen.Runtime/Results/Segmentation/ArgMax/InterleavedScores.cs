using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>The best class of each pixel where the scores of a pixel lie together (H×W×C).</summary>
internal static class InterleavedScores
{
    /// <summary>The classes that have a bit each in a number of 64.</summary>
    private const int MostBits = 64;

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Best<TLanes, TScores, TIndices>(ReadOnlySpan<float> pixel)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        ref readonly float scores = ref MemoryMarshal.GetReference(pixel);
        int last = pixel.Length - TLanes.Count;
        TScores max = TLanes.Greater(TLanes.Load(in scores, last), TLanes.Fill(float.NegativeInfinity));
        for (int at = 0; at < last; at += TLanes.Count)
            max = TLanes.Greater(TLanes.Load(in scores, at), max);

        float greatest = TLanes.Greatest(max);
        // All are −∞ or NaN, which counts as −∞ and equals nothing.
        if (greatest == float.NegativeInfinity)
            return 0;
        TScores wanted = TLanes.Fill(greatest);
        return pixel.Length <= MostBits
            ? FirstOfFew<TLanes, TScores, TIndices>(in scores, last, wanted)
            : FirstOfMany<TLanes, TScores, TIndices>(in scores, last, wanted);
    }

    /// <summary>One bit a class, and no branch that depends on where the greatest is: that changes from pixel to pixel, and can't be foreseen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstOfFew<TLanes, TScores, TIndices>(ref readonly float scores, int last, TScores wanted)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        ulong equal = TLanes.Equal(TLanes.Load(in scores, last), wanted) << last;
        for (int at = 0; at < last; at += TLanes.Count)
            equal |= TLanes.Equal(TLanes.Load(in scores, at), wanted) << at;
        return BitOperations.TrailingZeroCount(equal);
    }

    private static int FirstOfMany<TLanes, TScores, TIndices>(ref readonly float scores, int last, TScores wanted)
        where TLanes : struct, ILanes<TScores, TIndices>
        where TScores : struct
        where TIndices : struct
    {
        for (int at = 0; at < last; at += TLanes.Count)
        {
            ulong equal = TLanes.Equal(TLanes.Load(in scores, at), wanted);
            if (equal != 0)
                return at + BitOperations.TrailingZeroCount(equal);
        }
        return last + BitOperations.TrailingZeroCount(TLanes.Equal(TLanes.Load(in scores, last), wanted));
    }
}
