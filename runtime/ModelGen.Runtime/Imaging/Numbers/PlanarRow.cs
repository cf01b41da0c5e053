using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>One channel of one row, numbers next to each other.</summary>
internal static unsafe class PlanarRow
{
    /// <summary>Writes <paramref name="count"/> numbers.</summary>
    /// <param name="pixels">Working pixels.</param>
    /// <param name="lanes">Bytes of a working pixel: 1, or 4 of which byte <paramref name="channel"/> counts.</param>
    /// <param name="channel">Which channel of the tensor.</param>
    /// <param name="count">How many pixels.</param>
    /// <param name="result">Where the numbers go.</param>
    /// <param name="table">The number of every byte.</param>
    /// <param name="formula">A formula that gives the same; null when there is none.</param>
    internal static void Write(byte* pixels, int lanes, int channel, int count, float* result, float[] table, NumberFormula? formula)
    {
        int x = formula is not null && Vector256.IsHardwareAccelerated ? Vectors(pixels, lanes, channel, count, result, formula) : 0;
        byte* level = lanes == 1 ? pixels : pixels + channel;
        for (; x < count; x++) result[x] = table[level[(nint)x * lanes]];
    }

    // The choices are made outside of the loops; each branch is a loop of its own.
    private static int Vectors(byte* pixels, int lanes, int channel, int count, float* result, NumberFormula formula)
    {
        Vector256<float> scale = Vector256.Create(formula.Scale[channel]);
        Vector256<float> mean = Vector256.Create(formula.Mean[channel]);
        Vector256<float> spread = Vector256.Create(formula.Spread[channel]);
        uint* colors = (uint*)pixels;
        int shift = channel * 8, x = 0, end = count - 8;
        if (lanes == 1)
        {
            for (; x <= end; x += 8)
            {
                Vector256<float> centred = (formula.Divides ? Gray(pixels + x) / scale : Gray(pixels + x) * scale) - mean;
                (formula.DividesLast ? centred / spread : centred * spread).Store(result + x);
            }
        }
        else if (formula is { Divides: true, DividesLast: true })
        {
            for (; x <= end; x += 8) ((Lane(colors + x, shift) / scale - mean) / spread).Store(result + x);
        }
        else if (formula.Divides)
        {
            for (; x <= end; x += 8) ((Lane(colors + x, shift) / scale - mean) * spread).Store(result + x);
        }
        else if (formula.DividesLast)
        {
            for (; x <= end; x += 8) ((Lane(colors + x, shift) * scale - mean) / spread).Store(result + x);
        }
        else
        {
            for (; x <= end; x += 8) ((Lane(colors + x, shift) * scale - mean) * spread).Store(result + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Lane(uint* pixels, int shift) =>
        Vector256.ConvertToSingle(((Vector256.Load(pixels) >>> shift) & Vector256.Create(0xFFu)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Gray(byte* pixels)
    {
        Vector128<ushort> wide = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)pixels).AsByte());
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(wide), Vector128.WidenUpper(wide)).AsInt32());
    }
}
