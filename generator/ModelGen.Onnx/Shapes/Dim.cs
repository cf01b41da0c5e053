namespace ModelGen.Onnx;

/// <summary>One dimension of a shape: a known size, a named one, or unknown. Never -1.</summary>
/// <remarks>Equality contract: plain values. Two unknown dims are equal as values but say nothing about equal sizes.</remarks>
public readonly record struct Dim
{
    // The size's complement, so that the default, 0, is no size. 16 bytes rather than the 24 of a nullable: large graphs have millions of dims.
    private readonly long _complement;

    private Dim(long complement, string? symbol) => (_complement, Symbol) = (complement, symbol);

    /// <summary>The size; null unless known. 0 is legitimate.</summary>
    public long? Size => IsKnown ? ~_complement : null;

    /// <summary>The model-wide name (<c>dim_param</c>); null unless named.</summary>
    public string? Symbol { get; }

    /// <summary>Whether the size is known.</summary>
    public bool IsKnown => _complement != 0;

    /// <summary>A dim that nobody named or sized.</summary>
    public static Dim Unknown => default;

    /// <summary>A dim of a known size.</summary>
    public static Dim Known(long size) => new(~size, null);

    /// <summary>A dim known by name only.</summary>
    public static Dim Named(string symbol) => new(0, symbol);

    /// <summary>The size, the name, or <c>?</c>.</summary>
    public override string ToString() => Size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Symbol ?? "?";
}
