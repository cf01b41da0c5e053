using System.Globalization;

namespace ModelGen;

/// <summary>ONNX's FLOAT8E5M2: 5 bits of exponent (bias 15), 2 of mantissa, with infinities.</summary>
/// <remarks>
/// Conversion from float follows ONNX's Cast with its default, saturate = 1 (https://onnx.ai/onnx/technical/float8.html): the nearest value,
/// the even one of two equally near; beyond the range the nearer end of it. An infinity becomes the nearer end of the range.
/// Comparison follows IEEE 754 as for float: NaN == NaN is false, <see cref="Equals(Float8E5M2)"/> is true.
/// </remarks>
public readonly struct Float8E5M2 : IEquatable<Float8E5M2>
{
    private Float8E5M2(byte bits) => Bits = bits;

    /// <summary>The largest number, 57344.</summary>
    public static Float8E5M2 MaxValue => new(0x7B);

    /// <summary>The smallest number, −57344.</summary>
    public static Float8E5M2 MinValue => new(0xFB);

    /// <summary>The smallest number above 0, 2⁻¹⁶.</summary>
    public static Float8E5M2 Epsilon => new(0x01);

    /// <summary>Not a number.</summary>
    public static Float8E5M2 NaN => new(0x7F);

    /// <summary>Infinity. Conversion from float never gives it, since it saturates; models may hold it.</summary>
    public static Float8E5M2 PositiveInfinity => new(0x7C);

    /// <summary>Minus infinity.</summary>
    public static Float8E5M2 NegativeInfinity => new(0xFC);

    /// <summary>The byte that a tensor holds.</summary>
    public byte Bits { get; }

    /// <summary>The number that a byte of a tensor stands for.</summary>
    /// <param name="bits">The byte; every one is valid.</param>
    /// <returns>The number.</returns>
    public static Float8E5M2 FromBits(byte bits) => new(bits);

    /// <summary>Rounds to the nearest number of this type, and saturates.</summary>
    /// <param name="value">The number to round.</param>
    public static explicit operator Float8E5M2(float value) => new(Float8Format.E5M2.Encode(value));

    /// <summary>The exact value.</summary>
    /// <param name="value">The number.</param>
    public static explicit operator float(Float8E5M2 value) => Float8Format.E5M2.Decode(value.Bits);

    /// <summary>Whether two numbers are equal; NaN equals nothing.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Float8E5M2 left, Float8E5M2 right) => (float)left == (float)right;

    /// <summary>Whether two numbers differ; NaN differs from everything.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Float8E5M2 left, Float8E5M2 right) => (float)left != (float)right;

    /// <summary>Whether a number is not one.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True for NaN.</returns>
    public static bool IsNaN(Float8E5M2 value) => (value.Bits & 0x7F) > 0x7C;

    /// <summary>Whether a number is infinite.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True for both infinities.</returns>
    public static bool IsInfinity(Float8E5M2 value) => (value.Bits & 0x7F) == 0x7C;

    /// <summary>Whether both are the same number, or both NaN.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Float8E5M2 other) => ((float)this).Equals((float)other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Float8E5M2 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <summary>The exact value, in the invariant culture.</summary>
    /// <returns>For example <c>0.4375</c>.</returns>
    public override string ToString() => ((float)this).ToString(CultureInfo.InvariantCulture);
}
