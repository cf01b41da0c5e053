using System.Buffers.Binary;
using System.Numerics;

namespace ModelGen;

/// <summary>Looks colours up.</summary>
internal static class Coloring
{
    /// <summary>Writes three bytes a label.</summary>
    internal static void Write<T>(ReadOnlySpan<T> labels, Palette palette, Span<byte> destination)
        where T : unmanaged, IBinaryInteger<T>
    {
        ReadOnlySpan<uint> colors = palette.Packed;
        // Four bytes at once: the fourth is the next pixel's first, which overwrites it. The last pixel has none behind it.
        int last = labels.Length - 1;
        for (int i = 0; i < last; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(destination.Slice(3 * i, 4), colors[byte.CreateTruncating(labels[i])]);
        Rgb color = Rgb.Unpacked(colors[byte.CreateTruncating(labels[last])]);
        (destination[3 * last], destination[3 * last + 1], destination[3 * last + 2]) = (color.Red, color.Green, color.Blue);
    }
}
