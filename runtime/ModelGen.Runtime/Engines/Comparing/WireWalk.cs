using System.Text;

namespace ModelGen.Engines;

/// <summary>Walks over the fields of protobuf messages in a file, and seeks over what nobody asks for.</summary>
/// <param name="stream">The file; it must be able to seek.</param>
internal sealed class WireWalk(Stream stream)
{
    // Names; exporters write paths of modules, up to a few hundred characters.
    private const int LongestText = 1 << 16;

    /// <summary>The bytes of the file.</summary>
    public long Length => stream.Length;

    /// <summary>Visits the fields of a message that begins here.</summary>
    /// <param name="length">Its bytes.</param>
    /// <param name="visit">Is given the number and the bytes of each field that has a length, and must read or skip exactly these.</param>
    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public void Message(long length, Action<int, long> visit)
    {
        long end = End(length);
        while (stream.Position < end)
        {
            ulong tag = Varint();
            switch ((int)(tag & 7))
            {
                case 0: Varint(); break;
                case 1: Skip(8); break;
                case 5: Skip(4); break;
                case 2:
                    long bytes = (long)Varint();
                    long after = End(bytes);
                    visit((int)Math.Min(tag >> 3, int.MaxValue), bytes);
                    if (stream.Position != after)
                        throw Damaged();
                    break;
                default: throw Damaged();
            }
        }
        if (stream.Position != end)
            throw Damaged();
    }

    /// <summary>Seeks over bytes.</summary>
    public void Skip(long length) => stream.Position = End(length);

    /// <summary>Reads text. What is too long for a name is cut.</summary>
    public string Text(long length)
    {
        byte[] bytes = new byte[(int)Math.Min(length, LongestText)];
        stream.ReadExactly(bytes);
        Skip(length - bytes.Length);
        return Encoding.UTF8.GetString(bytes);
    }

    private long End(long length) => length >= 0 && length <= stream.Length - stream.Position ? stream.Position + length : throw Damaged();

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            int next = stream.ReadByte();
            if (next < 0)
                throw Damaged();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
        throw Damaged();
    }

    private static InvalidDataException Damaged() => new("The file is no ONNX model, or it is damaged.");
}
