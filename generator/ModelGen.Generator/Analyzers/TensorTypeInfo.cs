using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ModelGen.Generator;

/// <summary>What one of the runtime's tensor types says: element and shape.</summary>
internal sealed class TensorTypeInfo
{
    private static readonly HashSet<string> s_whole = ["Tensor`2", "ReadOnlyTensor`2", "TensorBuffer`2"];
    private static readonly HashSet<string> s_batches = ["Batch`2", "ReadOnlyBatch`2", "BatchBuffer`2"];

    private TensorTypeInfo(ITypeSymbol element, long[] dims, bool isBatch) => (Element, Dims, IsBatch) = (element, dims, isBatch);

    public ITypeSymbol Element { get; }

    /// <summary>The dims of the shape; of one item where it is a batch.</summary>
    public long[] Dims { get; }

    public bool IsBatch { get; }

    /// <summary>The elements of the shape.</summary>
    public long Length => Dims.Aggregate(1L, (length, dim) => length * dim);

    /// <summary>The dims as people write them.</summary>
    public string ShapeText
    {
        get
        {
            string dims = Dims.Length == 0 ? "scalar" : string.Join("×", Dims.Select(dim => dim.ToString(CultureInfo.InvariantCulture)));
            return IsBatch ? "batch×" + dims : dims;
        }
    }

    /// <summary>Whether both have the same element type and shape.</summary>
    public bool Fits(TensorTypeInfo other) =>
        IsBatch == other.IsBatch && SymbolEqualityComparer.Default.Equals(Element, other.Element) && Dims.SequenceEqual(other.Dims);

    /// <inheritdoc/>
    public override string ToString() => $"{Element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {ShapeText}";

    /// <summary>What a type says; null when it is no tensor of a known shape.</summary>
    internal static TensorTypeInfo? Of(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeArguments.Length: 2, ContainingNamespace: { Name: "ModelGen", ContainingNamespace.IsGlobalNamespace: true } } named)
            return null;
        bool isBatch = s_batches.Contains(named.MetadataName);
        if (!isBatch && !s_whole.Contains(named.MetadataName))
            return null;
        return DimsOf(named.TypeArguments[1]) is { } dims ? new TensorTypeInfo(named.TypeArguments[0], dims, isBatch) : null;
    }

    private static long[]? DimsOf(ITypeSymbol shape)
    {
        if (shape is not INamedTypeSymbol { Name: "Shape", ContainingNamespace.Name: "ModelGen" } named)
            return null;
        long?[] dims = [.. named.TypeArguments.Select(SizeOf)];
        return dims.All(dim => dim is not null) ? [.. dims.Select(dim => dim!.Value)] : null;
    }

    /// <summary>N224 is 224; N&lt;N1, N24&gt; is 1,024, in base 1,000.</summary>
    private static long? SizeOf(ITypeSymbol dim)
    {
        if (dim is not INamedTypeSymbol { ContainingNamespace: { Name: "Dims", ContainingNamespace.IsGlobalNamespace: true } } named)
            return null;
        if (named.TypeArguments.Length == 0)
            return long.TryParse(named.Name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : null;
        return named.TypeArguments.Select(SizeOf).Aggregate((long?)0, (sum, digit) => sum * 1000 + digit);
    }
}
