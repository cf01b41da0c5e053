namespace ModelGen;

/// <summary>Colour to gray as Pillow's <c>convert("L")</c>: ITU-R BT.601 luma in 16-bit fixed point.</summary>
internal static unsafe class Luminance
{
    private const int Red = 19595;
    private const int Green = 38470;
    private const int Blue = 7471;
    private const int Bits = 16;

    /// <summary>Converts <paramref name="count"/> pixels.</summary>
    internal static void Convert(PixelFormat format, byte* row, byte* result, int count)
    {
        int step = format.BytesPerPixel(), red = format.RedOffset();
        for (int x = 0; x < count; x++, row += step)
            result[x] = (byte)((Red * row[red] + Green * row[1] + Blue * row[2 - red] + (1 << (Bits - 1))) >> Bits);
    }
}
