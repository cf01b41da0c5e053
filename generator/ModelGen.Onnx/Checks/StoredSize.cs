using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>How much data a tensor stores in the file itself, whether or not the skeleton kept it.</summary>
/// <param name="RawBytes">Bytes of <c>raw_data</c>; null when it has none.</param>
/// <param name="Least">Elements in the typed fields, at least.</param>
/// <param name="Most">Elements in the typed fields, at most: of a big packed field only the bytes are known.</param>
internal readonly record struct StoredSize(long? RawBytes, long Least, long Most)
{
    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty => RawBytes is null or 0 && Most == 0;

    /// <summary>Measures a tensor.</summary>
    public static StoredSize Of(TensorProto tensor)
    {
        if (tensor.Dropped is { } dropped)
            return new(dropped.HasRawBytes ? dropped.RawBytes : null, dropped.LeastElements, dropped.MostElements);

        long count = (long)tensor.FloatData.Count + tensor.Int32Data.Count + tensor.Int64Data.Count + tensor.Uint64Data.Count
            + tensor.DoubleData.Count + tensor.StringData.Count;
        return new(tensor.HasRawData ? tensor.RawData.Length : null, count, count);
    }

    /// <summary>The elements of the typed field that so many tensor elements take (onnx.proto, comments of the <c>_data</c> fields).</summary>
    public static long Entries(long elements, ElementType type) => type switch
    {
        ElementType.Complex64 or ElementType.Complex128 => elements > long.MaxValue / 2 ? long.MaxValue : elements * 2,
        ElementType.Int4 or ElementType.UInt4 or ElementType.Float4E2M1 => elements / 2 + elements % 2,
        ElementType.Int2 or ElementType.UInt2 => elements / 4 + (elements % 4 + 3) / 4,
        _ => elements,
    };
}
