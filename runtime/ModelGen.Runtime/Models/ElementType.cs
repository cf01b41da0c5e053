namespace ModelGen;

/// <summary>ONNX element types, with the numbers of <c>TensorProto.DataType</c> (onnx.proto).</summary>
public enum ElementType
{
    /// <summary><see cref="float"/>.</summary>
    Float32 = 1,
    /// <summary><see cref="byte"/>.</summary>
    UInt8 = 2,
    /// <summary><see cref="sbyte"/>.</summary>
    Int8 = 3,
    /// <summary><see cref="ushort"/>.</summary>
    UInt16 = 4,
    /// <summary><see cref="short"/>.</summary>
    Int16 = 5,
    /// <summary><see cref="int"/>.</summary>
    Int32 = 6,
    /// <summary><see cref="long"/>.</summary>
    Int64 = 7,
    /// <summary><see cref="string"/>.</summary>
    String = 8,
    /// <summary><see cref="bool"/>.</summary>
    Bool = 9,
    /// <summary><see cref="Half"/>.</summary>
    Float16 = 10,
    /// <summary><see cref="double"/>.</summary>
    Float64 = 11,
    /// <summary><see cref="uint"/>.</summary>
    UInt32 = 12,
    /// <summary><see cref="ulong"/>.</summary>
    UInt64 = 13,
    /// <summary><see cref="Microsoft.ML.OnnxRuntime.BFloat16"/>.</summary>
    BFloat16 = 16,
    /// <summary><see cref="ModelGen.Float8E4M3FN"/>.</summary>
    Float8E4M3FN = 17,
    /// <summary><see cref="ModelGen.Float8E4M3FNUZ"/>.</summary>
    Float8E4M3FNUZ = 18,
    /// <summary><see cref="ModelGen.Float8E5M2"/>.</summary>
    Float8E5M2 = 19,
    /// <summary><see cref="ModelGen.Float8E5M2FNUZ"/>.</summary>
    Float8E5M2FNUZ = 20,
    /// <summary><see cref="ModelGen.Float8E8M0"/>.</summary>
    Float8E8M0 = 24,
}
