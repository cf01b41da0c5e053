using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>One input or output of the generated class.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="OnnxName">Its name in the file.</param>
/// <param name="Member">Its name as a member, in PascalCase.</param>
/// <param name="Parameter">Its name as a parameter, in camelCase.</param>
/// <param name="Element">The element type.</param>
/// <param name="Dims">The dims; only the first may be open, and then it has a name.</param>
/// <param name="HasDefault">Whether the model has a value for it when the caller gives none.</param>
/// <param name="Description">The file's own words; empty when there are none.</param>
internal sealed record PortSpec(
    string OnnxName, string Member, string Parameter, ElementType Element, EquatableArray<Dim> Dims, bool HasDefault, string Description)
{
    /// <summary>Ports as messages show them: <c>'image' float32 1×3×224×224; 'mask' bool 1×8</c>.</summary>
    internal static string Describe(IEnumerable<PortSpec> ports) => Printable.Line(
        string.Join("; ", ports.Select(port => $"{Printable.Quote(port.OnnxName)} {port.Element.ToName()} {string.Join("×", port.Dims)}")), 300);

    /// <summary>Whether it is a single value.</summary>
    public bool IsScalar => Dims.Count == 0;

    /// <summary>Whether its first dim is open.</summary>
    public bool IsBatch => Dims.Count > 0 && !Dims[0].IsKnown;

    /// <summary>The dims of the shape type: all, or those of one item where the first dim is open.</summary>
    public IEnumerable<long> TypeDims => Dims.Skip(IsBatch ? 1 : 0).Select(dim => dim.Size ?? 0);
}
