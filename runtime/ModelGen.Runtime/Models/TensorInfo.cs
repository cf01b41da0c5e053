using System.Collections.Immutable;

namespace ModelGen;

/// <summary>One input or output of a model.</summary>
/// <param name="Name">The name in the ONNX file.</param>
/// <param name="Type">The element type.</param>
/// <param name="Dims">The dims, outermost first; empty for a scalar. Only the first may be open.</param>
/// <param name="HasDefault">Whether the model supplies a value when the caller gives none.</param>
public sealed record TensorInfo(string Name, ElementType Type, ImmutableArray<DimInfo> Dims, bool HasDefault = false)
{
    /// <summary>The name of the open first dim; null when every dim is fixed.</summary>
    public string? OpenDim => Dims.Length > 0 ? Dims[0].Name : null;

    /// <summary>The elements of the tensor, or of one item along an open first dim.</summary>
    internal int ItemLength => Dims.Aggregate(1, (length, dim) => checked(length * (dim.Size ?? 1)));

    /// <summary>The dims as ONNX Runtime takes them, with a count put in for the open one.</summary>
    internal long[] DimsFor(int count) => [.. Dims.Select(dim => (long)(dim.Size ?? count))];

    /// <summary>As people write it: <c>image float32 1×3×224×224</c>.</summary>
    public override string ToString() => $"{Name} {TypeName} {(Dims.IsEmpty ? "scalar" : string.Join("×", Dims))}";

    private string TypeName => Type.ToString().ToLowerInvariant();
}
