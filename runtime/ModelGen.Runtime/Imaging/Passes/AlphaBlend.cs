using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Pixels with alpha over a background: (c·a + background·(255 − a) + 127) / 255, as Pillow's <c>alpha_composite</c> over an opaque picture.</summary>
internal static unsafe class AlphaBlend
{
    private const uint Opaque = 0xFF000000;

    /// <summary>Blends <paramref name="count"/> pixels of four bytes, alpha last; what comes out is opaque.</summary>
    /// <param name="path">Which instructions to use.</param>
    /// <param name="background">The background's three bytes in the order of the pixels, in the lower ones.</param>
    /// <param name="row">The pixels.</param>
    /// <param name="result">Where they go.</param>
    /// <param name="count">How many.</param>
    internal static void Row(VectorPath path, uint background, byte* row, byte* result, int count)
    {
        int x = path == VectorPath.Scalar ? 0 : Vectors(background, row, result, count);
        for (; x < count; x++)
        {
            byte* pixel = row + (nint)x * 4, blended = result + (nint)x * 4;
            int alpha = pixel[3];
            for (int channel = 0; channel < 3; channel++)
                blended[channel] = (byte)((pixel[channel] * alpha + (byte)(background >> (channel * 8)) * (255 - alpha) + 127) / 255);
            blended[3] = byte.MaxValue;
        }
    }

    // 255 is odd, so nothing lies half way, and for sums up to 255² the division is ((s + 128) + (s + 128 >> 8)) >> 8.
    private static int Vectors(uint background, byte* row, byte* result, int count)
    {
        Vector128<byte> spread = Vector128.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15), behind = Vector128.Create(background).AsByte();
        int x = 0;
        for (; x + 4 <= count; x += 4)
        {
            Vector128<byte> pixels = Vector128.Load(row + (nint)x * 4), alpha = Vector128.Shuffle(pixels, spread), rest = ~alpha;
            Vector128<ushort> lower = Blend(Vector128.WidenLower(pixels), Vector128.WidenLower(alpha), Vector128.WidenLower(behind), Vector128.WidenLower(rest));
            Vector128<ushort> upper = Blend(Vector128.WidenUpper(pixels), Vector128.WidenUpper(alpha), Vector128.WidenUpper(behind), Vector128.WidenUpper(rest));
            (Vector128.Narrow(lower, upper) | Vector128.Create(Opaque).AsByte()).Store(result + (nint)x * 4);
        }

        return x;
    }

    private static Vector128<ushort> Blend(Vector128<ushort> pixels, Vector128<ushort> alpha, Vector128<ushort> behind, Vector128<ushort> rest)
    {
        Vector128<ushort> sum = pixels * alpha + behind * rest + Vector128.Create((ushort)128);
        return (sum + (sum >>> 8)) >>> 8;
    }
}
