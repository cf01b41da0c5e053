namespace ModelGen.Fuzzing;

/// <summary>Reads and writes protobuf without a schema: what can be a message is one.</summary>
internal static class WireTree
{
    private const int Deepest = 60;

    /// <summary>The fields of a message; null when the bytes are no message.</summary>
    public static List<WireField>? Parse(ReadOnlySpan<byte> bytes, int depth = 0)
    {
        List<WireField> fields = [];
        while (bytes.Length > 0)
        {
            if (!Varint(ref bytes, out ulong tag) || tag >> 3 is 0 or > 0x1FFFFFFF)
                return null;
            var field = new WireField { Number = (uint)(tag >> 3), Wire = (uint)(tag & 7) };
            ulong length = field.Wire switch { 1 => 8, 5 => 4, _ => 0 };
            if (field.Wire is not (0 or 1 or 2 or 5) || (field.Wire == 2 && !Varint(ref bytes, out length)) || length > (ulong)bytes.Length)
                return null;
            if (field.Wire == 0)
            {
                if (!Varint(ref bytes, out ulong value))
                    return null;
                field.Varint = value;
            }
            else
            {
                ReadOnlySpan<byte> payload = bytes[..(int)length];
                bytes = bytes[(int)length..];
                field.Children = field.Wire == 2 && depth < Deepest && length > 0 ? Parse(payload, depth + 1) : null;
                field.Bytes = field.Children is null ? payload.ToArray() : [];
            }
            fields.Add(field);
        }
        return fields;
    }

    /// <summary>Every list of fields, the outermost first.</summary>
    public static List<List<WireField>> Lists(List<WireField> fields)
    {
        List<List<WireField>> lists = [fields];
        for (int i = 0; i < lists.Count; i++)
            lists.AddRange(lists[i].Select(field => field.Children).OfType<List<WireField>>());
        return lists;
    }

    /// <summary>The bytes of a message.</summary>
    public static byte[] Write(List<WireField> fields)
    {
        using var stream = new MemoryStream();
        foreach (WireField field in fields)
        {
            Varint(stream, ((ulong)field.Number << 3) | field.Wire, 0);
            if (field.Wire == 0)
            {
                Varint(stream, field.Varint, field.Padding);
                continue;
            }
            byte[] children = field.Children is null ? [] : Write(field.Children);
            if (field.Wire == 2)
                Varint(stream, field.FalseLength ?? (ulong)(children.Length + field.Bytes.Length), field.Padding);
            stream.Write(children);
            stream.Write(field.Bytes);
        }
        return stream.ToArray();
    }

    private static bool Varint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < Math.Min(10, bytes.Length); i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }
        return false;
    }

    private static void Varint(MemoryStream stream, ulong value, int padding)
    {
        int written = 1;
        for (; value >= 0x80 || written < padding; value >>= 7, written++)
            stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }
}
