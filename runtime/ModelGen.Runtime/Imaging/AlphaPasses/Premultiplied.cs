namespace ModelGen;

/// <summary>Pillow's conversions between RGBA and its premultiplied kin, RGBa (<c>Convert.c</c>).</summary>
internal static unsafe class Premultiplied
{
    /// <summary>Multiplies the colours of <paramref name="count"/> pixels with their alpha.</summary>
    internal static void Do(byte* pixels, int count)
    {
        for (byte* end = pixels + (nint)count * 4; pixels < end; pixels += 4)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                int product = pixels[channel] * pixels[3] + 128;
                pixels[channel] = (byte)(((product >> 8) + product) >> 8);
            }
        }
    }

    /// <summary>Divides the colours of <paramref name="count"/> pixels by their alpha; where that is 0 they stay.</summary>
    internal static void Undo(byte* pixels, int count)
    {
        for (byte* end = pixels + (nint)count * 4; pixels < end; pixels += 4)
        {
            int alpha = pixels[3];
            for (int channel = 0; channel < 3 && alpha is not (0 or 255); channel++)
                pixels[channel] = (byte)Math.Min(255, 255 * pixels[channel] / alpha);
        }
    }
}
