namespace ModelGen.Onnx;

/// <summary>Counts the elements of all weights, subgraphs' too; see <see cref="TensorUse.IsWeight"/>. A function's constants count once however often it is called.</summary>
internal static class ParameterCounter
{
    /// <summary>The count; <see cref="long.MaxValue"/> when it would overflow. Tensors with dims that can't be count as nothing.</summary>
    public static long Count(ParsedModel model, CancellationToken cancellation)
    {
        long sum = 0;
        foreach (TensorUse use in TensorUse.All(model.Proto))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!use.IsWeight || TensorSize.Elements(use.Tensor.Dims) is not long elements)
                continue;
            if (elements > long.MaxValue - sum)
                return long.MaxValue;
            sum += elements;
        }
        return sum;
    }
}
