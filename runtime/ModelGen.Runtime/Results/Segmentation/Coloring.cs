using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>Looks colours up.</summary>
internal static class Coloring
{
    /// <summary>Writes three bytes a label.</summary>
    internal static void Write<T>(ReadOnlySpan<T> labels, Palette palette, Span<byte> destination)
        where T : unmanaged, IBinaryInteger<T>
    {
        ReadOnlySpan<uint> colors = palette.Packed;
        int i = 0;
        if (BitConverter.IsLittleEndian)
        {
            // Four colours of three bytes are three numbers of four, written one after the other.
            Span<uint> words = MemoryMarshal.Cast<byte, uint>(destination);
            for (int word = 0; i <= labels.Length - 4; i += 4, word += 3)
            {
                ReadOnlySpan<T> four = labels.Slice(i, 4);
                uint first = Color(colors, four[0]), second = Color(colors, four[1]), third = Color(colors, four[2]), fourth = Color(colors, four[3]);
                Span<uint> three = words.Slice(word, 3);
                three[0] = first | second << 24;
                three[1] = second >> 8 | third << 16;
                three[2] = third >> 16 | fourth << 8;
            }
        }
        for (; i < labels.Length; i++)
        {
            Rgb color = Rgb.Unpacked(Color(colors, labels[i]));
            (destination[3 * i], destination[3 * i + 1], destination[3 * i + 2]) = (color.Red, color.Green, color.Blue);
        }
    }

    // A palette has 256 entries, so that every byte is an index.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Color<T>(ReadOnlySpan<uint> colors, T label)
        where T : unmanaged, IBinaryInteger<T> => Unsafe.Add(ref MemoryMarshal.GetReference(colors), (nint)byte.CreateTruncating(label));
}
