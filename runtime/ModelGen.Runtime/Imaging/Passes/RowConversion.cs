namespace ModelGen;

/// <summary>What happens to a row of source pixels before it is scaled: transparency over a background, colour to gray, both or nothing.</summary>
/// <remarks>Plain data; made once a plan.</remarks>
internal readonly unsafe struct RowConversion
{
    /// <summary>Pixels that are blended at a time, on the stack, on their way to gray.</summary>
    private const int Chunk = 64;

    private readonly PixelFormat _format;
    private readonly LuminanceFormula _luminance;
    private readonly uint _background;
    private readonly bool _blends;
    private readonly bool _toGray;

    internal RowConversion(ImageSteps steps, PixelFormat format)
    {
        _format = format;
        _luminance = LuminanceFormula.Of(steps.Resize.Arithmetic);
        _toGray = steps.Color == ImageColor.Gray && !format.IsGray();
        _blends = steps.Background.Count > 0 && format.HasAlpha();
        for (int channel = 0; channel < 3 && _blends; channel++)
            _background |= (uint)steps.Background.Of(channel, 0) << (8 * (format.RedOffset() == 0 ? channel : 2 - channel));
    }

    /// <summary>Whether there is anything to do; if not, rows are scaled from where they lie.</summary>
    internal bool IsNeeded => _toGray || _blends;

    /// <summary>Bytes of a converted pixel: one for gray, four for blended colours, in the source's order.</summary>
    internal int Bytes => _toGray ? 1 : _format.BytesPerPixel();

    /// <summary>Converts <paramref name="count"/> pixels.</summary>
    internal void Row(VectorPath path, byte* pixels, byte* result, int count)
    {
        if (!_toGray)
        {
            AlphaBlend.Row(path, _background, pixels, result, count);
            return;
        }

        if (!_blends)
        {
            Luminance.Convert(path, _luminance, _format, pixels, result, count);
            return;
        }

        byte* blended = stackalloc byte[Chunk * 4];
        for (int x = 0; x < count; x += Chunk)
        {
            int part = Math.Min(Chunk, count - x);
            AlphaBlend.Row(path, _background, pixels + (nint)x * 4, blended, part);
            Luminance.Convert(path, _luminance, _format, blended, result + x, part);
        }
    }
}
