using System.Globalization;

namespace ModelGen;

/// <summary>ONNX's FLOAT8E5M2FNUZ: 5 bits of exponent (bias 16), 2 of mantissa, no infinity, no negative zero.</summary>
/// <remarks>
/// Conversion from float follows ONNX's Cast with its default, saturate = 1 (https://onnx.ai/onnx/technical/float8.html): the nearest value,
/// the even one of two equally near; beyond the range the nearer end of it. An infinity becomes NaN
/// (ONNX Runtime 1.31's Cast on the CPU gives the end of the range instead).
/// Comparison follows IEEE 754 as for float: NaN == NaN is false, <see cref="Equals(Float8E5M2FNUZ)"/> is true.
/// </remarks>
public readonly struct Float8E5M2FNUZ : IEquatable<Float8E5M2FNUZ>
{
    private Float8E5M2FNUZ(byte bits) => Bits = bits;

    /// <summary>The largest number, 57344.</summary>
    public static Float8E5M2FNUZ MaxValue => new(0x7F);

    /// <summary>The smallest number, −57344.</summary>
    public static Float8E5M2FNUZ MinValue => new(0xFF);

    /// <summary>The smallest number above 0, 2⁻¹⁷.</summary>
    public static Float8E5M2FNUZ Epsilon => new(0x01);

    /// <summary>Not a number.</summary>
    public static Float8E5M2FNUZ NaN => new(0x80);

    /// <summary>The byte that a tensor holds.</summary>
    public byte Bits { get; }

    /// <summary>The number that a byte of a tensor stands for.</summary>
    /// <param name="bits">The byte; every one is valid.</param>
    /// <returns>The number.</returns>
    public static Float8E5M2FNUZ FromBits(byte bits) => new(bits);

    /// <summary>Rounds to the nearest number of this type, and saturates.</summary>
    /// <param name="value">The number to round.</param>
    public static explicit operator Float8E5M2FNUZ(float value) => new(Float8Format.E5M2FNUZ.Encode(value));

    /// <summary>The exact value.</summary>
    /// <param name="value">The number.</param>
    public static explicit operator float(Float8E5M2FNUZ value) => Float8Format.E5M2FNUZ.Decode(value.Bits);

    /// <summary>Whether two numbers are equal; NaN equals nothing.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Float8E5M2FNUZ left, Float8E5M2FNUZ right) => (float)left == (float)right;

    /// <summary>Whether two numbers differ; NaN differs from everything.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Float8E5M2FNUZ left, Float8E5M2FNUZ right) => (float)left != (float)right;

    /// <summary>Whether a number is not one.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True for NaN.</returns>
    public static bool IsNaN(Float8E5M2FNUZ value) => value.Bits == 0x80;

    /// <summary>Whether both are the same number, or both NaN.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Float8E5M2FNUZ other) => ((float)this).Equals((float)other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Float8E5M2FNUZ other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <summary>The exact value, in the invariant culture.</summary>
    /// <returns>For example <c>0.4375</c>.</returns>
    public override string ToString() => ((float)this).ToString(CultureInfo.InvariantCulture);
}
