namespace ModelGen.Onnx;

/// <summary>The dims of a tensor whose rank is known. An unknown rank is a null <see cref="TensorShape"/>.</summary>
/// <remarks>Equality contract: equal dims in the same order.</remarks>
/// <param name="Dims">The dims, outermost first; empty for a scalar.</param>
public sealed record TensorShape(EquatableArray<Dim> Dims)
{
    /// <summary>The number of dims.</summary>
    public int Rank => Dims.Count;

    /// <summary>As people write it: <c>1×3×224×224</c>; <c>scalar</c> for rank 0.</summary>
    public override string ToString() => Rank == 0 ? "scalar" : string.Join("×", Dims);
}
