using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>One row of pixels with three channels side by side.</summary>
internal static unsafe class InterleavedRow
{
    /// <summary>Writes 3 · <paramref name="count"/> numbers.</summary>
    /// <param name="pixels">Working pixels.</param>
    /// <param name="lanes">Bytes of a working pixel: 1, which stands for all channels, or 4.</param>
    /// <param name="count">How many pixels.</param>
    /// <param name="result">Where the numbers go.</param>
    /// <param name="tables">The number of every byte, by channel.</param>
    /// <param name="formula">A formula that gives the same; null when there is none.</param>
    internal static void Write(byte* pixels, int lanes, int count, float* result, float[][] tables, NumberFormula? formula)
    {
        int x = formula is not null && lanes == 4 && Vector128.IsHardwareAccelerated ? Vectors(pixels, count, result, formula) : 0;
        int second = lanes == 4 ? 1 : 0, third = second * 2;
        for (; x < count; x++)
        {
            byte* pixel = pixels + (nint)x * lanes;
            result[x * 3] = tables[0][pixel[0]];
            result[x * 3 + 1] = tables[1][pixel[second]];
            result[x * 3 + 2] = tables[2][pixel[third]];
        }
    }

    // Four lanes are stored, and the next pixel overwrites the fourth; so the last pixel is left to the caller.
    private static int Vectors(byte* pixels, int count, float* result, NumberFormula formula)
    {
        Vector128<float> scale = Vector128.Create(formula.Scale), mean = Vector128.Create(formula.Mean);
        Vector128<float> spread = Vector128.Create(formula.Spread);
        int x = 0;
        for (; x < count - 1; x++)
        {
            Vector128<ushort> wide = Vector128.WidenLower(Vector128.CreateScalarUnsafe(((uint*)pixels)[x]).AsByte());
            Vector128<float> level = Vector128.ConvertToSingle(Vector128.WidenLower(wide).AsInt32());
            Vector128<float> centred = (formula.Divides ? level / scale : level * scale) - mean;
            (formula.DividesLast ? centred / spread : centred * spread).Store(result + (nint)x * 3);
        }

        return x;
    }
}
