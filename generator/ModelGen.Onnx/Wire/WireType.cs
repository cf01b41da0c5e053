namespace ModelGen.Onnx.Wire;

/// <summary>The low three bits of a field's tag (protobuf.dev, encoding). Groups (3, 4) are not used by ONNX and refused.</summary>
internal enum WireType
{
    /// <summary>A varint.</summary>
    Varint = 0,
    /// <summary>Eight bytes.</summary>
    Fixed64 = 1,
    /// <summary>A length, then as many bytes.</summary>
    Length = 2,
    /// <summary>Four bytes.</summary>
    Fixed32 = 5,
}
