using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Tensors;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>How element types of ONNX, of ONNX Runtime and of NumPy correspond, and shapes in words.</summary>
internal static class Tensors
{
    /// <summary>The type of a .npy file for an element type; null when NumPy has none. bfloat16 goes as float32, which holds each of its values.</summary>
    internal static NpyType? Npy(ElementType type) => type switch
    {
        ElementType.Float or ElementType.BFloat16 => new('f', 4),
        ElementType.Double => new('f', 8),
        ElementType.Float16 => new('f', 2),
        ElementType.Int8 => new('i', 1),
        ElementType.Int16 => new('i', 2),
        ElementType.Int32 => new('i', 4),
        ElementType.Int64 => new('i', 8),
        ElementType.UInt8 => new('u', 1),
        ElementType.UInt16 => new('u', 2),
        ElementType.UInt32 => new('u', 4),
        ElementType.UInt64 => new('u', 8),
        ElementType.Bool => new('b', 1),
        ElementType.String => new('U', 0),
        _ => null,
    };

    /// <summary>ONNX Runtime's type: its numbers are those of ONNX.</summary>
    internal static TensorElementType Runtime(ElementType type) => (TensorElementType)(int)type;

    /// <summary>Dims as people write them.</summary>
    internal static string Shape(IReadOnlyList<long> dims) => new TensorShape(new(dims.Select(Dim.Known))).ToString();

    /// <summary>Widens bfloat16 values.</summary>
    internal static byte[] Widen(ReadOnlySpan<byte> bfloat16)
    {
        ReadOnlySpan<ushort> values = MemoryMarshal.Cast<byte, ushort>(bfloat16);
        byte[] wide = new byte[checked(values.Length * sizeof(float))];
        Span<uint> result = MemoryMarshal.Cast<byte, uint>(wide.AsSpan());
        for (int i = 0; i < values.Length; i++)
            result[i] = (uint)values[i] << 16;
        return wide;
    }

    /// <summary>Rounds float32 values to the nearest bfloat16, ties to even.</summary>
    internal static void Narrow(ReadOnlySpan<byte> float32, Span<byte> bfloat16)
    {
        ReadOnlySpan<uint> values = MemoryMarshal.Cast<byte, uint>(float32);
        Span<ushort> result = MemoryMarshal.Cast<byte, ushort>(bfloat16);
        for (int i = 0; i < values.Length; i++)
        {
            uint bits = values[i];
            // A NaN stays one: rounding could carry it over to infinity or zero.
            result[i] = (bits & 0x7FFF_FFFF) > 0x7F80_0000
                ? (ushort)((bits >> 16) | 0x40)
                : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
        }
    }
}
