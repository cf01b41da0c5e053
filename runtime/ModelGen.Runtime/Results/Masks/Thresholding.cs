using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>From scores to a mask of bytes: 255 where the score is above the threshold, else 0; NaN is above nothing.</summary>
internal static class Thresholding
{
    internal static void Write(ReadOnlySpan<float> scores, float threshold, Span<byte> mask)
    {
        ref float source = ref MemoryMarshal.GetReference(scores);
        ref byte destination = ref MemoryMarshal.GetReference(mask);
        Vector128<float> limit = Vector128.Create(threshold);
        int i = 0;
        for (; i <= mask.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            // A comparison gives all bits or none; their lower bytes are the mask.
            Vector128<short> lower = Vector128.Narrow(Above(ref source, i, limit), Above(ref source, i + 4, limit));
            Vector128<short> upper = Vector128.Narrow(Above(ref source, i + 8, limit), Above(ref source, i + 12, limit));
            Vector128.Narrow(lower, upper).AsByte().StoreUnsafe(ref destination, (nuint)i);
        }
        for (; i < mask.Length; i++)
            mask[i] = scores[i] > threshold ? byte.MaxValue : (byte)0;
    }

    private static Vector128<int> Above(ref float source, int at, Vector128<float> limit) =>
        Vector128.GreaterThan(Vector128.LoadUnsafe(ref source, (nuint)at), limit).AsInt32();
}
