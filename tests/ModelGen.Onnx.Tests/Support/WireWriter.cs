namespace ModelGen.Onnx.Tests;

/// <summary>Writes protobuf by hand, for what Google.Protobuf would never write.</summary>
internal sealed class WireWriter
{
    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public WireWriter Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.Add((byte)(value | 0x80));
        _bytes.Add((byte)value);
        return this;
    }

    public WireWriter Field(int number, ulong value) => Varint((ulong)number << 3).Varint(value);

    public WireWriter Field(int number, ReadOnlySpan<byte> payload) => Header(number, payload.Length).Raw(payload);

    public WireWriter Fixed32(int number, uint value) => Varint(((ulong)number << 3) | 5).Raw(BitConverter.GetBytes(value));

    /// <summary>Tag and length only.</summary>
    public WireWriter Header(int number, long length) => Varint(((ulong)number << 3) | 2).Varint((ulong)length);

    public WireWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }
}
