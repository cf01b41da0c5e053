using System.Globalization;

namespace ModelGen;

/// <summary>One dim of an input or output: fixed, or open and known by a name.</summary>
public readonly record struct DimInfo
{
    private DimInfo(int? size, string? name) => (Size, Name) = (size, name);

    /// <summary>The size; null when the dim is open.</summary>
    public int? Size { get; }

    /// <summary>The name of an open dim; null when the dim is fixed.</summary>
    public string? Name { get; }

    /// <summary>A fixed dim.</summary>
    public static implicit operator DimInfo(int size) => FromInt32(size);

    /// <summary>An open dim.</summary>
    public static implicit operator DimInfo(string name) => FromString(name);

    /// <summary>A fixed dim.</summary>
    public static DimInfo FromInt32(int size) => new(size, null);

    /// <summary>An open dim.</summary>
    public static DimInfo FromString(string name) => new(null, name);

    /// <summary>The size or the name.</summary>
    public override string ToString() => Size?.ToString(CultureInfo.InvariantCulture) ?? Name ?? "?";
}
