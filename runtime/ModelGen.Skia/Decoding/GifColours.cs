using System.Buffers;
using SkiaSharp;

namespace ModelGen;

/// <summary>
/// Skia makes transparent GIF pixels black; other libraries keep the colour of the palette, which a model sees once alpha is dropped.
/// </summary>
internal static unsafe class GifColours
{
    private const int HeaderLength = 13;        // GIF89a, 17 and 18: signature and logical screen descriptor
    private const byte Extension = 0x21;
    private const byte GraphicControl = 0xF9;
    private const byte TransparentFlag = 1;

    /// <summary>Gives the transparent pixels of a decoded first frame the colours of their palette entries.</summary>
    public static void Restore(ReadOnlySpan<byte> gif, SKImageInfo info, Span<byte> rgba)
    {
        int flags = FlagsOfFirstFrame(gif);
        if (flags < 0 || (gif[flags] & TransparentFlag) == 0)
            return;

        byte[] opaque = ArrayPool<byte>.Shared.Rent(gif.Length), colours = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        try
        {
            gif.CopyTo(opaque);
            opaque[flags] &= unchecked((byte)~TransparentFlag);
            fixed (byte* bytes = opaque, target = colours)
            {
                using SKData data = SKData.Create((nint)bytes, gif.Length);
                colours.AsSpan(0, info.BytesSize).Clear();
                using SKCodec? codec = SKCodec.Create(data);
                if (codec?.GetPixels(info, (nint)target, info.RowBytes, SKCodecOptions.Default) == SKCodecResult.Success)
                    CopyWhereTransparent(colours, rgba);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(opaque);
            ArrayPool<byte>.Shared.Return(colours);
        }
    }

    private static void CopyWhereTransparent(ReadOnlySpan<byte> colours, Span<byte> rgba)
    {
        for (int i = 0; i < rgba.Length; i += 4)
            if (rgba[i + 3] == 0)
                colours.Slice(i, 3).CopyTo(rgba[i..]);
    }

    /// <summary>Where the packed flags of the first frame's graphic control extension lie; -1 when it has none. Never throws.</summary>
    internal static int FlagsOfFirstFrame(ReadOnlySpan<byte> gif)
    {
        if (gif.Length < HeaderLength)
            return -1;
        int at = HeaderLength + ((gif[10] & 0x80) != 0 ? 3 << ((gif[10] & 7) + 1) : 0), flags = -1;
        while (gif.Length - at >= 8 && gif[at] == Extension)
        {
            if (gif[at + 1] == GraphicControl && gif[at + 2] == 4)
                flags = at + 3;
            for (at += 2; at < gif.Length && gif[at] != 0; at += gif[at] + 1)
            {
            }
            at++;
        }
        return at < gif.Length ? flags : -1;
    }
}
