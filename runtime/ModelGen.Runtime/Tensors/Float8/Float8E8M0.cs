using System.Globalization;

namespace ModelGen;

/// <summary>ONNX's FLOAT8E8M0: a power of two from 2⁻¹²⁷ to 2¹²⁷ or NaN, the scale of microscaling (MX) formats. It has no sign and no zero.</summary>
/// <remarks>
/// Conversion from float follows ONNX's Cast-25 with its defaults, saturate = 1 and round_mode = up (https://onnx.ai/onnx/operators/onnx__Cast.html):
/// the next power of two that is not smaller, within the range. What is below the range, zero too, becomes its smallest number; ONNX leaves negative
/// numbers open, and ONNX Runtime's Cast treats them so.
/// Comparison follows IEEE 754 as for float: NaN == NaN is false, <see cref="Equals(Float8E8M0)"/> is true.
/// </remarks>
public readonly struct Float8E8M0 : IEquatable<Float8E8M0>
{
    private const byte NaNBits = 0xFF;

    private Float8E8M0(byte bits) => Bits = bits;

    /// <summary>The largest number, 2¹²⁷.</summary>
    public static Float8E8M0 MaxValue => new(0xFE);

    /// <summary>The smallest number, 2⁻¹²⁷.</summary>
    public static Float8E8M0 MinValue => new(0x00);

    /// <summary>Not a number.</summary>
    public static Float8E8M0 NaN => new(NaNBits);

    /// <summary>The byte that a tensor holds: the exponent plus 127.</summary>
    public byte Bits { get; }

    /// <summary>The number that a byte of a tensor stands for.</summary>
    /// <param name="bits">The byte; every one is valid.</param>
    /// <returns>The number.</returns>
    public static Float8E8M0 FromBits(byte bits) => new(bits);

    /// <summary>Rounds up to a power of two, and saturates.</summary>
    /// <param name="value">The number to round.</param>
    public static explicit operator Float8E8M0(float value)
    {
        if (float.IsNaN(value))
            return NaN;
        if (value <= 0)
            return MinValue;

        // Exponents of float and of this type share their bias. Of float's subnormals, those above 2⁻¹²⁷ go up to 2⁻¹²⁶.
        uint bits = BitConverter.SingleToUInt32Bits(value);
        uint exponent = bits >> 23;
        uint mantissa = bits & 0x7FFFFF;
        bool roundsUp = exponent == 0 ? mantissa > 0x400000 : mantissa != 0;
        return new((byte)Math.Min(exponent + (roundsUp ? 1u : 0), MaxValue.Bits));
    }

    /// <summary>The exact value.</summary>
    /// <param name="value">The number.</param>
    public static explicit operator float(Float8E8M0 value) => value.Bits switch
    {
        NaNBits => float.NaN,
        0 => BitConverter.UInt32BitsToSingle(0x400000), // 2⁻¹²⁷ is a subnormal of float
        byte bits => BitConverter.UInt32BitsToSingle((uint)bits << 23),
    };

    /// <summary>Whether two numbers are equal; NaN equals nothing.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Float8E8M0 left, Float8E8M0 right) => left.Bits == right.Bits && left.Bits != NaNBits;

    /// <summary>Whether two numbers differ; NaN differs from everything.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Float8E8M0 left, Float8E8M0 right) => !(left == right);

    /// <summary>Whether a number is not one.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True for NaN.</returns>
    public static bool IsNaN(Float8E8M0 value) => value.Bits == NaNBits;

    /// <summary>Whether both are the same number, or both NaN.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Float8E8M0 other) => Bits == other.Bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Float8E8M0 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Bits;

    /// <summary>The exact value, in the invariant culture.</summary>
    /// <returns>For example <c>0.125</c>.</returns>
    public override string ToString() => ((float)this).ToString(CultureInfo.InvariantCulture);
}
