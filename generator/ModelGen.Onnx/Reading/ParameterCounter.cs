namespace ModelGen.Onnx;

/// <summary>
/// Counts weights: the elements of all initializers, subgraphs' too, of sparse ones those that are stored, and of the tensors in Constant
/// nodes, which are the same thing in another spelling (some exporters know no other). A function's constants count once however often
/// it is called.
/// </summary>
internal static class ParameterCounter
{
    /// <summary>The count; <see cref="long.MaxValue"/> when it would overflow. Tensors with dims that can't be count as nothing.</summary>
    public static long Count(ParsedModel model, CancellationToken cancellation)
    {
        long sum = 0;
        foreach (TensorUse use in TensorUse.All(model.Proto))
        {
            cancellation.ThrowIfCancellationRequested();
            bool counts = use.Node is null ? use.Role != TensorRole.SparseIndices : use.Node.OpType == "Constant" && use.Role != TensorRole.SparseIndices;
            if (!counts || TensorSize.Elements(use.Tensor.Dims) is not long elements)
                continue;
            if (elements > long.MaxValue - sum)
                return long.MaxValue;
            sum += elements;
        }
        return sum;
    }
}
