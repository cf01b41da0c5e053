using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>From class scores to labels, reading each score once: the class of the greatest score, of equal ones the first; NaN counts as −∞.</summary>
internal static class ArgMax
{
    /// <summary>Writes one label a pixel.</summary>
    /// <param name="scores">Classes times pixels, in the layout of <paramref name="shape"/>.</param>
    /// <param name="shape">Size and layout.</param>
    /// <param name="labels">One label a pixel: byte, or ushort for more than 256 classes.</param>
    /// <param name="path">Which instructions.</param>
    internal static void Write<TLabel>(ReadOnlySpan<float> scores, MapShape shape, Span<TLabel> labels, ScorePath path)
        where TLabel : unmanaged
    {
        Span<float> best = stackalloc float[PlanarScores.Strip];
        Span<int> indices = stackalloc int[PlanarScores.Strip];
        int pixels = shape.Pixels;
        int classes = scores.Length / pixels;
        for (int start = 0; start < pixels; start += PlanarScores.Strip)
        {
            int count = Math.Min(PlanarScores.Strip, pixels - start);
            if (shape.Layout == ImageLayout.Chw)
                Planar(scores, pixels, start, best[..count], indices[..count], path);
            else
                Interleaved(scores.Slice(start * classes, count * classes), classes, indices[..count], path);
            Narrowing.Write(indices[..count], labels.Slice(start, count));
        }
    }

    private static void Planar(ReadOnlySpan<float> scores, int pixels, int start, Span<float> best, Span<int> indices, ScorePath path)
    {
        switch (path)
        {
            case ScorePath.Vector512:
                PlanarScores.Find<Lanes512, Vector512<float>, Vector512<int>>(scores, pixels, start, best, indices);
                break;
            case ScorePath.Vector256:
                PlanarScores.Find<Lanes256, Vector256<float>, Vector256<int>>(scores, pixels, start, best, indices);
                break;
            case ScorePath.Vector128:
                PlanarScores.Find<Lanes128, Vector128<float>, Vector128<int>>(scores, pixels, start, best, indices);
                break;
            default:
                PlanarScores.FindScalar(scores, pixels, start, indices);
                break;
        }
    }

    /// <summary>The widest vectors that a pixel's scores fill.</summary>
    private static void Interleaved(ReadOnlySpan<float> scores, int classes, Span<int> indices, ScorePath path)
    {
        if (path >= ScorePath.Vector512 && classes >= Lanes512.Count)
            InterleavedScores.Find<Lanes512, Vector512<float>, Vector512<int>>(scores, classes, indices);
        else if (path >= ScorePath.Vector256 && classes >= Lanes256.Count)
            InterleavedScores.Find<Lanes256, Vector256<float>, Vector256<int>>(scores, classes, indices);
        else if (path >= ScorePath.Vector128 && classes >= Lanes128.Count)
            InterleavedScores.Find<Lanes128, Vector128<float>, Vector128<int>>(scores, classes, indices);
        else
            InterleavedScores.FindScalar(scores, classes, indices);
    }
}
