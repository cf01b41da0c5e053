using System.Buffers.Binary;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Reads the elements of a stored tensor.</summary>
internal static class TensorPayload
{
    /// <summary>The dims of a stored tensor; null when they can't be.</summary>
    public static TensorShape? Shape(TensorProto tensor) =>
        TensorSize.Elements(tensor.Dims) is null ? null : new TensorShape(new(tensor.Dims.Select(Dim.Known)));

    /// <summary>The elements; null when they are not in the file, were too many to keep, are not numbers, or are packed into parts of bytes.</summary>
    public static PartialTensor? Read(TensorProto tensor, InferenceBudget budget)
    {
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External || tensor.Dropped is not null
            || TensorSize.Elements(tensor.Dims) is not long count || budget.Room(count) is not { } items)
            return null;

        ElementType element = (ElementType)tensor.DataType;
        bool read = tensor.HasRawData ? ReadRaw(tensor.RawData.Span, element, items) : ReadTyped(tensor, element, items);
        return read ? new PartialTensor(element, [.. tensor.Dims], items) : null;
    }

    private static bool ReadRaw(ReadOnlySpan<byte> raw, ElementType element, Scalar[] items)
    {
        if (element.Bits() is not (>= 8 and int bits) || raw.Length != (long)items.Length * bits / 8)
            return false;
        int size = bits / 8;
        for (int i = 0; i < items.Length; i++)
        {
            if (ReadOne(raw.Slice(i * size, size), element) is not Scalar item)
                return false;
            items[i] = item;
        }
        return true;
    }

    private static Scalar? ReadOne(ReadOnlySpan<byte> bytes, ElementType element) => element switch
    {
        ElementType.Int64 => Scalar.Int(BinaryPrimitives.ReadInt64LittleEndian(bytes)),
        ElementType.Int32 => Scalar.Int(BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        ElementType.Float => Scalar.Float(Rounding.SingleFromBits(BinaryPrimitives.ReadInt32LittleEndian(bytes))),
        ElementType.Double => Scalar.Float(BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64LittleEndian(bytes))),
        ElementType.Float16 => Scalar.Float(Rounding.HalfFromBits(BinaryPrimitives.ReadUInt16LittleEndian(bytes))),
        ElementType.BFloat16 => Scalar.Float(Rounding.SingleFromBits(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16)),
        ElementType.Bool => Scalar.Bool(bytes[0] != 0),
        ElementType.UInt8 => Scalar.Int(bytes[0]),
        ElementType.Int8 => Scalar.Int((sbyte)bytes[0]),
        ElementType.UInt16 => Scalar.Int(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        ElementType.Int16 => Scalar.Int(BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        ElementType.UInt32 => Scalar.Int(BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        ElementType.UInt64 => Unsigned(BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
        _ => null,
    };

    // Which field holds which type: onnx.proto's notes on TensorProto.
    private static bool ReadTyped(TensorProto tensor, ElementType element, Scalar[] items) => element switch
    {
        ElementType.Int64 => Fill(items, tensor.Int64Data, Scalar.Int),
        ElementType.Int32 or ElementType.Int16 or ElementType.Int8 or ElementType.UInt16 or ElementType.UInt8 => Fill(items, tensor.Int32Data, value => Scalar.Int(value)),
        ElementType.Bool => Fill(items, tensor.Int32Data, value => Scalar.Bool(value != 0)),
        ElementType.Float16 => Fill(items, tensor.Int32Data, value => Scalar.Float(Rounding.HalfFromBits((ushort)value))),
        ElementType.BFloat16 => Fill(items, tensor.Int32Data, value => Scalar.Float(Rounding.SingleFromBits(value << 16))),
        ElementType.Float => Fill(items, tensor.FloatData, value => Scalar.Float(value)),
        ElementType.Double => Fill(items, tensor.DoubleData, Scalar.Float),
        ElementType.UInt32 or ElementType.UInt64 => Fill(items, tensor.Uint64Data, Unsigned),
        _ => false,
    };

    private static bool Fill<T>(Scalar[] items, IReadOnlyList<T> data, Func<T, Scalar> convert)
    {
        if (data.Count != items.Length)
            return false;
        for (int i = 0; i < items.Length; i++)
            items[i] = convert(data[i]);
        return true;
    }

    private static Scalar Unsigned(ulong value) => value <= long.MaxValue ? Scalar.Int((long)value) : Scalar.Unknown;
}
