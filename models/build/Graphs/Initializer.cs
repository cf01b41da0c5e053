using ModelGen.Onnx.Wire;

namespace ModelGen.Models;

/// <summary>A constant tensor of a graph.</summary>
/// <param name="Tensor">Its name, type and dims; with its content, if that is small.</param>
/// <param name="Weights">Otherwise the number at each position: a hundred megabytes are never in memory at once.</param>
internal sealed record Initializer(TensorProto Tensor, Func<long, float>? Weights)
{
    /// <summary>How many weights follow the header.</summary>
    public long Count => Weights is null ? 0 : Tensor.Dims.Aggregate(1L, (product, dim) => product * dim);
}
