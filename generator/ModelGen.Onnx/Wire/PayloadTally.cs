namespace ModelGen.Onnx.Wire;

/// <summary>Counts and, while it is small, holds the payload of one tensor or attribute.</summary>
internal sealed class PayloadTally
{
    private readonly SkeletonBuffer _kept = new();
    private long _room;
    private long _raw;
    private long _least;
    private long _most;
    private bool _dropped;

    /// <summary>Begins the next tensor or attribute.</summary>
    public void Start(int limit)
    {
        _kept.Truncate(0);
        (_room, _raw, _least, _most, _dropped) = (limit, -1, 0, 0, false);
    }

    /// <summary>Takes one field with its tag already read: copies or skips its value.</summary>
    /// <param name="reader">Stands at the value; a length has been read already.</param>
    /// <param name="number">The field's number.</param>
    /// <param name="wire">How the field came.</param>
    /// <param name="rule">What the field is.</param>
    /// <param name="raw">Whether it is raw bytes, of which the last one counts, rather than elements.</param>
    /// <param name="length">The value's bytes; 0 for a varint.</param>
    /// <param name="varint">The value itself, for a varint.</param>
    public void Take(ByteReader reader, uint number, WireType wire, FieldRule rule, bool raw, long length, ulong varint)
    {
        Count(wire, rule, raw, length);
        // An element that comes alone, or an empty string, costs a tag and later a reference.
        _room -= raw ? length : Math.Max(length, 8);
        _dropped |= _room < 0;
        if (_dropped)
        {
            reader.Skip(length);
            return;
        }

        _kept.WriteTag(number, wire);
        if (wire == WireType.Varint)
        {
            _kept.WriteVarint(varint);
            return;
        }
        if (wire == WireType.Length)
            _kept.WriteVarint((ulong)length);
        _kept.Copy(reader, length);
    }

    /// <summary>Appends the payload, or the note that it was left out.</summary>
    public void Finish(SkeletonBuffer target)
    {
        if (!_dropped)
        {
            target.Append(_kept);
            return;
        }

        target.WriteTag(TensorProto.DroppedFieldNumber, WireType.Length);
        int start = target.OpenMessage();
        if (_raw >= 0)
            Write(DroppedPayload.RawBytesFieldNumber, _raw);
        Write(DroppedPayload.LeastElementsFieldNumber, _least);
        Write(DroppedPayload.MostElementsFieldNumber, _most);
        target.CloseMessage(start);

        void Write(int number, long value)
        {
            target.WriteTag((uint)number, WireType.Varint);
            target.WriteVarint((ulong)value);
        }
    }

    private void Count(WireType wire, FieldRule rule, bool raw, long length)
    {
        if (raw)
        {
            _raw = length;
            return;
        }

        (long least, long most) = (wire, rule.Wire) switch
        {
            (WireType.Length, WireType.Fixed32) => (length / 4, length / 4),
            (WireType.Length, WireType.Fixed64) => (length / 8, length / 8),
            (WireType.Length, WireType.Varint) => ((length + 9) / 10, length),
            _ => (1, 1),
        };
        (_least, _most) = (_least + least, _most + most);
    }
}
