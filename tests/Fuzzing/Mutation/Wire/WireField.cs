namespace ModelGen.Fuzzing;

/// <summary>A protobuf field as it lies in the file, whatever it means.</summary>
internal sealed class WireField
{
    /// <summary>The field's number.</summary>
    public uint Number { get; set; }

    /// <summary>The wire type: 0 varint, 1 eight bytes, 2 a length and bytes, 5 four bytes.</summary>
    public uint Wire { get; set; }

    /// <summary>The value of a varint.</summary>
    public ulong Varint { get; set; }

    /// <summary>The bytes of any other field.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>The fields within, where the bytes can be read as a message; they go before <see cref="Bytes"/>.</summary>
    public List<WireField>? Children { get; set; }

    /// <summary>A length to write instead of the true one.</summary>
    public ulong? FalseLength { get; set; }

    /// <summary>Bytes that a varint is padded to, up to ten; 0 for none.</summary>
    public int Padding { get; set; }
}
