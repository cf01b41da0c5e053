using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ModelGen.Cli;

/// <summary>Writes .npy files as NumPy does: version 1.0, little-endian, C order.</summary>
internal static class NpyWriter
{
    // The elements begin at a multiple of this, so that the file can be mapped into memory (numpy.lib.format, ARRAY_ALIGN).
    private const int Alignment = 64;
    private const int BeforeHeader = 10;

    /// <summary>Writes numbers.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="type">The elements' type.</param>
    /// <param name="shape">The dims.</param>
    /// <param name="data">The elements in C order, little-endian.</param>
    internal static void Write(Stream stream, NpyType type, ReadOnlySpan<long> shape, ReadOnlySpan<byte> data)
    {
        WriteHeader(stream, $"{(type.Size == 1 ? '|' : '<')}{type.Kind}{type.Size}", shape);
        stream.Write(data);
    }

    /// <summary>Writes text, each element padded with zeros to the longest one's length.</summary>
    internal static void Write(Stream stream, ReadOnlySpan<long> shape, IReadOnlyList<string> strings)
    {
        int longest = strings.Select(text => text.EnumerateRunes().Count()).DefaultIfEmpty(0).Max();
        // NumPy has no text of length 0 that it would not make longer itself.
        longest = Math.Max(longest, 1);
        WriteHeader(stream, $"<U{longest}", shape);
        byte[] element = new byte[4 * longest];
        foreach (string text in strings)
        {
            Array.Clear(element);
            int at = 0;
            foreach (Rune rune in text.EnumerateRunes())
            {
                BinaryPrimitives.WriteInt32LittleEndian(element.AsSpan(at), rune.Value);
                at += 4;
            }
            stream.Write(element);
        }
    }

    private static void WriteHeader(Stream stream, string descr, ReadOnlySpan<long> shape)
    {
        StringBuilder dims = new();
        foreach (long dim in shape)
            dims.Append(CultureInfo.InvariantCulture, $"{dim}, ");
        // Python's tuples: (), (3,), (3, 4).
        string tuple = shape.Length == 1 ? dims.ToString().TrimEnd() : dims.ToString().TrimEnd(' ', ',');
        string header = $"{{'descr': '{descr}', 'fortran_order': False, 'shape': ({tuple}), }}";
        int padding = Alignment - (BeforeHeader + header.Length + 1) % Alignment;
        byte[] bytes = Encoding.ASCII.GetBytes(header + new string(' ', padding % Alignment) + "\n");

        Span<byte> start = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(start[8..], checked((ushort)bytes.Length));
        stream.Write(start);
        stream.Write(bytes);
    }
}
