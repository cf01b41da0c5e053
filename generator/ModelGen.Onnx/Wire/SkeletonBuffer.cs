using System.Text;

namespace ModelGen.Onnx.Wire;

/// <summary>A growing buffer of protobuf fields, up to <see cref="SkeletonLimits.Bytes"/>.</summary>
internal sealed class SkeletonBuffer
{
    // 5 × 7 bits hold any length below the byte budget; padding lets a length be written before its message.
    private const int PaddedVarint = 5;

    private byte[] _bytes = new byte[16 * 1024];

    /// <summary>The bytes written so far; only the first <see cref="Count"/> count.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>How many bytes were written.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets what was written after a position.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Writes a varint.</summary>
    public void WriteVarint(ulong value)
    {
        Reserve(10);
        for (; value >= 0x80; value >>= 7)
            _bytes[Count++] = (byte)(value | 0x80);
        _bytes[Count++] = (byte)value;
    }

    /// <summary>Writes a field's tag.</summary>
    public void WriteTag(uint number, WireType wire) => WriteVarint(((ulong)number << 3) | (uint)wire);

    /// <summary>Copies the reader's next bytes.</summary>
    public void Copy(ByteReader reader, long count)
    {
        Reserve(count);
        reader.Read(_bytes, Count, (int)count);
        Count += (int)count;
    }

    /// <summary>Copies the reader's next bytes as text, with its length before it. What is not UTF-8 becomes U+FFFD.</summary>
    /// <remarks>ONNX Runtime reads such names, Google.Protobuf refuses the whole file for them.</remarks>
    public void CopyText(ByteReader reader, long count)
    {
        int start = Count;
        WriteVarint((ulong)count);
        int text = Count;
        Copy(reader, count);
        if (IsAscii(_bytes.AsSpan(text, (int)count)))
            return;

        string decoded = Encoding.UTF8.GetString(_bytes, text, (int)count);
        if (decoded.IndexOf('\uFFFD') < 0)
            return;
        byte[] mended = Encoding.UTF8.GetBytes(decoded);
        Count = start;
        WriteVarint((ulong)mended.Length);
        Reserve(mended.Length);
        mended.CopyTo(_bytes, Count);
        Count += mended.Length;
    }

    /// <summary>Appends all of another buffer.</summary>
    public void Append(SkeletonBuffer other)
    {
        Reserve(other.Count);
        Buffer.BlockCopy(other._bytes, 0, _bytes, Count, other.Count);
        Count += other.Count;
    }

    /// <summary>Leaves room for the length of a message whose tag was just written; gives the message's position.</summary>
    public int OpenMessage()
    {
        Reserve(PaddedVarint);
        return Count += PaddedVarint;
    }

    /// <summary>Writes the length of the message that began at <paramref name="start"/>.</summary>
    public void CloseMessage(int start)
    {
        int length = Count - start;
        for (int i = PaddedVarint; i > 0; i--, length >>= 7)
            _bytes[start - i] = (byte)((length & 0x7F) | (i > 1 ? 0x80 : 0));
    }

    private static bool IsAscii(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text)
            if (value >= 0x80)
                return false;
        return true;
    }

    private void Reserve(long count)
    {
        long needed = Count + count;
        if (needed > SkeletonLimits.Bytes)
        {
            throw new ReadingException(Rules.GraphTooLarge,
                $"The graph without its weights takes more than {SkeletonLimits.Bytes >> 20} MiB; ModelGen reads graphs up to that. "
                + "Simplify the model (onnxslim, onnxsim) or split it.");
        }
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(needed, 2L * _bytes.Length), SkeletonLimits.Bytes));
    }
}
