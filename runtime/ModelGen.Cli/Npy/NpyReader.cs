using System.Buffers.Binary;
using System.Text;

namespace ModelGen.Cli;

/// <summary>Reads .npy files. What a file claims is checked against its length before memory is taken.</summary>
internal static class NpyReader
{
    /// <summary>Reads an array to its end.</summary>
    /// <param name="stream">Seekable, at the file's beginning.</param>
    /// <exception cref="NpyException">It is not an array that can be read; the message is the end of a sentence about the file.</exception>
    internal static NpyArray Read(Stream stream)
    {
        NpyHeader header = NpyHeader.Read(stream);
        int count = Count(header, stream.Length - stream.Position);
        byte[] data = new byte[checked((int)(count * header.Type.Bytes))];
        stream.ReadExactly(data);

        if (header.BigEndian)
            Reverse(data, header.Type.IsText ? 4 : header.Type.Size);
        if (header.Fortran && header.Shape.Length > 1)
            data = ToCOrder(data, header.Shape, (int)header.Type.Bytes);
        if (header.Type.Kind == 'b')
            CheckBools(data);
        return header.Type.IsText
            ? new NpyArray(header.Type, header.Shape, Strings(data, count, (int)header.Type.Bytes))
            : new NpyArray(header.Type, header.Shape, data);
    }

    private static int Count(NpyHeader header, long available)
    {
        // Of text of no characters a file of 200 bytes could claim any number.
        decimal count = header.Shape.Contains(0) ? 0 : 1;
        foreach (long dim in header.Shape.Where(_ => count > 0))
            count = Math.Min(count * Math.Min(dim, int.MaxValue), int.MaxValue + 1m);
        decimal bytes = count * header.Type.Bytes;
        string shape = Tensors.Shape(header.Shape);
        if (count > Array.MaxLength || bytes > Array.MaxLength || (header.Type.Bytes == 0 && count > 1_000_000))
            throw new NpyException($"claims to hold {shape} elements, more than can be read at once.");
        if (bytes != available)
        {
            throw new NpyException($"has {Units.Count(available)} bytes after its header, where {shape} elements of {header.Type} take {Units.Count((long)bytes)}. "
                + "It is cut short or damaged: save or copy it again.");
        }
        return (int)count;
    }

    private static void Reverse(byte[] data, int size)
    {
        if (size < 2)
            return;
        for (int i = 0; i + size <= data.Length; i += size)
            data.AsSpan(i, size).Reverse();
    }

    private static byte[] ToCOrder(byte[] data, long[] shape, int size)
    {
        byte[] result = new byte[data.Length];
        long[] index = new long[shape.Length];
        for (int to = 0; size > 0 && to < result.Length; to += size)
        {
            long from = 0;
            for (int dim = shape.Length - 1; dim >= 0; dim--)
                from = from * shape[dim] + index[dim];
            data.AsSpan((int)from * size, size).CopyTo(result.AsSpan(to));
            for (int dim = shape.Length - 1; dim >= 0 && ++index[dim] == shape[dim]; dim--)
                index[dim] = 0;
        }
        return result;
    }

    // ONNX Runtime computes with the byte as it is; one that is neither gives nonsense.
    private static void CheckBools(byte[] data)
    {
        if (data.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)1))
            throw new NpyException("holds bools that are neither 0 nor 1.");
    }

    private static string[] Strings(byte[] data, int count, int size)
    {
        string[] strings = new string[count];
        StringBuilder text = new();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> element = data.AsSpan(i * size, size);
            // NumPy pads with zeros at the end, and takes them off again.
            while (element.Length > 0 && BinaryPrimitives.ReadUInt32LittleEndian(element[^4..]) == 0)
                element = element[..^4];
            text.Clear();
            for (; element.Length > 0; element = element[4..])
            {
                uint code = BinaryPrimitives.ReadUInt32LittleEndian(element);
                if (!Rune.IsValid(code))
                    throw new NpyException($"holds text with {code:X}, which is no Unicode character.");
                text.Append(new Rune(code).ToString());
            }
            strings[i] = text.ToString();
        }
        return strings;
    }
}
