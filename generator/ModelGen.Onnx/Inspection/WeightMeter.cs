namespace ModelGen.Onnx;

/// <summary>Adds up the bytes of all weights, in the file or beside it.</summary>
internal static class WeightMeter
{
    /// <summary>The bytes by dims and element types, text by its own length; null when they take more than 63 bits to count. Tensors with dims that can't be count as nothing.</summary>
    public static long? Bytes(Wire.ModelProto model, CancellationToken cancellation)
    {
        long sum = 0;
        foreach (TensorUse use in TensorUse.All(model))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!use.IsWeight || TensorSize.Elements(use.Tensor.Dims) is not long elements)
                continue;
            long? bytes = ((ElementType)use.Tensor.DataType).Bits() is int bits
                ? TensorSize.Bytes(elements, bits)
                : use.Tensor.StringData.Sum(text => (long)text.Length);
            if (bytes is null || bytes > long.MaxValue - sum)
                return null;
            sum += bytes.Value;
        }
        return sum;
    }
}
