using System.Globalization;

namespace ModelGen.Onnx;

/// <summary>One element of a tensor as far as it is known at compile time: an integer, a float, the name of a dim, or nothing. Bools are 0 and 1.</summary>
/// <remarks>Equality contract: plain values. Two unknown scalars are equal as values but say nothing about equal numbers.</remarks>
internal readonly struct Scalar : IEquatable<Scalar>
{
    // 16 bytes rather than the 32 of separate fields: whole tensors are made of these.
    private static readonly object s_int = new();
    private static readonly object s_float = new();

    private readonly object? _kind;
    private readonly long _bits;

    private Scalar(object? kind, long bits) => (_kind, _bits) = (kind, bits);

    /// <summary>An element of which nothing is known.</summary>
    public static Scalar Unknown => default;

    /// <summary>An integer.</summary>
    public static Scalar Int(long value) => new(s_int, value);

    /// <summary>A bool.</summary>
    public static Scalar Bool(bool value) => Int(value ? 1 : 0);

    /// <summary>A float; round it to its element type first.</summary>
    public static Scalar Float(double value) => new(s_float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>The size of a dim: an integer, a name, or unknown.</summary>
    public static Scalar Of(Dim dim) => dim.Size is long size ? Int(size) : dim.Symbol is { } symbol ? new(symbol, 0) : Unknown;

    /// <summary>Whether it is a number.</summary>
    public bool IsKnown => _kind is not (null or string);

    /// <summary>The integer; null for anything else.</summary>
    public long? Integer => _kind == s_int ? _bits : null;

    /// <summary>The number, integer or float; null unless known.</summary>
    public double? Number => _kind == s_float ? BitConverter.Int64BitsToDouble(_bits) : _kind == s_int ? _bits : null;

    /// <summary>The dim's name; null unless it stands for a named dim.</summary>
    public string? Symbol => _kind as string;

    /// <summary>As the size of a dim; a negative integer or a float is no size and unknown.</summary>
    public Dim ToDim() => _kind is string symbol ? Dim.Named(symbol) : Integer is >= 0 and long size ? Dim.Known(size) : Dim.Unknown;

    /// <inheritdoc/>
    public bool Equals(Scalar other) => _bits == other._bits && (_kind == other._kind || (_kind is string name && other._kind is string otherName && name == otherName));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_kind is string name ? name.GetHashCode() : _kind is null ? 0 : 1) ^ _bits.GetHashCode();

    /// <summary>The number, the name, or <c>?</c>.</summary>
    public override string ToString() => Integer?.ToString(CultureInfo.InvariantCulture) ?? Number?.ToString("R", CultureInfo.InvariantCulture) ?? Symbol ?? "?";
}
