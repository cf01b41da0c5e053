using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Lays colours over a picture.</summary>
internal static class Blending
{
    /// <summary>The weight of the colours, 0 to 256.</summary>
    internal static int Weight(double alpha)
    {
        if (alpha is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a weight of the colours from 0 to 1.");
        return (int)Math.Round(alpha * 256, MidpointRounding.AwayFromZero);
    }

    /// <summary>Writes three bytes a pixel of the picture.</summary>
    internal static void Over<T>(
        ImageView picture, ReadOnlySpan<T> labels, int width, int height, Palette palette, int weight, Span<byte> destination)
        where T : unmanaged, IBinaryInteger<T>
    {
        bool same = picture.Width == width && picture.Height == height;
        int[] axes = ArrayPool<int>.Shared.Rent(picture.Width + picture.Height);
        T[] stretched = ArrayPool<T>.Shared.Rent(picture.Width);
        Span<int> columns = axes.AsSpan(0, picture.Width), rows = axes.AsSpan(picture.Width, picture.Height);
        NearestPixels.Fill(columns, width, NearestRule.Centers);
        NearestPixels.Fill(rows, height, NearestRule.Centers);
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<T> row = labels.Slice(rows[y] * width, width);
            if (!same)
            {
                for (int x = 0; x < columns.Length; x++)
                    stretched[x] = row[columns[x]];
                row = stretched.AsSpan(0, picture.Width);
            }
            Span<byte> target = destination.Slice(3 * y * picture.Width, 3 * picture.Width);
            Coloring.Write(row, palette, target);
            Blend(picture.Row(y), picture.Format, weight, target);
        }
        ArrayPool<int>.Shared.Return(axes);
        ArrayPool<T>.Shared.Return(stretched);
    }

    /// <summary>Mixes a row of a picture into a row of colours.</summary>
    internal static void Blend(ReadOnlySpan<byte> picture, PixelFormat format, int weight, Span<byte> colors)
    {
        if (format == PixelFormat.Rgb24)
        {
            BlendSameOrder(picture, weight, colors);
            return;
        }
        int bytes = format.BytesPerPixel();
        int red = format.RedOffset();
        int green = format == PixelFormat.Gray8 ? 0 : 1;
        int blue = format == PixelFormat.Gray8 ? 0 : 2 - red;
        for (int from = 0, to = 0; to < colors.Length; from += bytes, to += 3)
        {
            colors[to] = Mix(colors[to], picture[from + red], weight);
            colors[to + 1] = Mix(colors[to + 1], picture[from + green], weight);
            colors[to + 2] = Mix(colors[to + 2], picture[from + blue], weight);
        }
    }

    private static void BlendSameOrder(ReadOnlySpan<byte> picture, int weight, Span<byte> colors)
    {
        ref byte from = ref MemoryMarshal.GetReference(picture);
        ref byte to = ref MemoryMarshal.GetReference(colors);
        Vector128<ushort> own = Vector128.Create((ushort)weight), rest = Vector128.Create((ushort)(256 - weight)), half = Vector128.Create((ushort)128);
        int i = 0;
        for (; i <= colors.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            // At most 256 · 255 + 128, which 16 bits hold.
            (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(Vector128.LoadUnsafe(ref to, (nuint)i));
            (Vector128<ushort> lowerFrom, Vector128<ushort> upperFrom) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            lower = (lower * own + lowerFrom * rest + half) >> 8;
            upper = (upper * own + upperFrom * rest + half) >> 8;
            Vector128.Narrow(lower, upper).StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < colors.Length; i++)
            colors[i] = Mix(colors[i], picture[i], weight);
    }

    private static byte Mix(byte color, byte picture, int weight) => (byte)((color * weight + picture * (256 - weight) + 128) >> 8);
}
