using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Colour to gray.</summary>
internal static unsafe class Luminance
{
    /// <summary>Converts <paramref name="count"/> pixels.</summary>
    internal static void Convert(VectorPath path, LuminanceFormula formula, PixelFormat format, byte* row, byte* result, int count)
    {
        int step = format.BytesPerPixel(), red = format.RedOffset();
        int x = path.HasAvx2() ? Vectors(formula, step, red, row, result, count) : 0;
        for (row += (nint)x * step; x < count; x++, row += step)
            result[x] = (byte)((formula.Red * row[red] + formula.Green * row[1] + formula.Blue * row[2 - red] + formula.Half) >> formula.Bits);
    }

    // Eight pixels from two loads of 16 bytes; stops where a load would leave the row.
    // Green's factor may be too large for an int16, so green comes twice with half of it, once beside red and once beside blue.
    private static int Vectors(LuminanceFormula formula, int step, int red, byte* row, byte* result, int count)
    {
        const byte Zero = 0x80;
        byte* at = stackalloc byte[32];
        new Span<byte>(at, 32).Fill(Zero);
        for (int pixel = 0; pixel < 4; pixel++)
        {
            at[pixel * 4] = (byte)(pixel * step + red);
            at[pixel * 4 + 2] = at[16 + pixel * 4 + 2] = (byte)(pixel * step + 1);
            at[16 + pixel * 4] = (byte)(pixel * step + 2 - red);
        }

        Vector256<byte> gather = Vector256.Load(at);
        Vector256<short> factors = Vector256.Create(
            Vector128.Create(formula.Red | formula.Green / 2 << 16).AsInt16(),
            Vector128.Create(formula.Blue | (formula.Green - formula.Green / 2) << 16).AsInt16());
        Vector128<int> half = Vector128.Create(formula.Half);
        int x = 0;
        for (; (nint)(x + 4) * step + 16 <= (nint)count * step; x += 8)
        {
            byte* pixels = row + (nint)x * step;
            Vector256<int> first = Avx2.MultiplyAddAdjacent(Gather(pixels, gather), factors);
            Vector256<int> second = Avx2.MultiplyAddAdjacent(Gather(pixels + 4 * step, gather), factors);
            Vector128<int> low = (first.GetLower() + first.GetUpper() + half) >>> formula.Bits;
            Vector128<int> high = (second.GetLower() + second.GetUpper() + half) >>> formula.Bits;
            Vector128<short> levels = Sse2.PackSignedSaturate(low, high);
            *(long*)(result + x) = Sse2.PackUnsignedSaturate(levels, levels).AsInt64().ToScalar();
        }

        return x;
    }

    private static Vector256<short> Gather(byte* pixels, Vector256<byte> gather) =>
        Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(pixels), gather).AsInt16();
}
