namespace ModelGen;

/// <summary>How the signed 8-bit float formats lay out their bits, and the conversions that follow from it.</summary>
/// <remarks>Layouts and special values: https://onnx.ai/onnx/technical/float8.html.</remarks>
/// <param name="MantissaBits">Bits behind the point.</param>
/// <param name="Bias">What is added to the exponent.</param>
/// <param name="Max">Bits of the largest finite number.</param>
/// <param name="Special">What lies beyond: only NaN, infinity and NaN, or nothing (then 0x80 is NaN).</param>
internal sealed record Float8Format(int MantissaBits, int Bias, byte Max, Float8Special Special)
{
    private const int SingleMantissaBits = 23;
    private const int SingleBias = 127;
    private const byte SignBit = 0x80;

    public static readonly Float8Format E4M3FN = new(3, 7, 0x7E, Float8Special.NaN);
    public static readonly Float8Format E4M3FNUZ = new(3, 8, 0x7F, Float8Special.None);
    public static readonly Float8Format E5M2 = new(2, 15, 0x7B, Float8Special.InfinityAndNaN);
    public static readonly Float8Format E5M2FNUZ = new(2, 16, 0x7F, Float8Special.None);

    private readonly float[] _values = DecodeAll(MantissaBits, Bias, Max, Special);

    public float Decode(byte bits) => _values[bits];

    public byte Encode(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        byte sign = (byte)(bits >> 24 & SignBit);
        bool unsignedZero = Special == Float8Special.None;
        if (float.IsNaN(value) || (unsignedZero && float.IsInfinity(value)))
            return unsignedZero ? SignBit : (byte)(sign | 0x7F);

        byte magnitude = float.IsInfinity(value) ? Max : (byte)Math.Min(RoundToEven(bits & 0x7FFFFFFF), Max);
        return magnitude == 0 && unsignedZero ? (byte)0 : (byte)(sign | magnitude);
    }

    /// <summary>Bits of the nearest magnitude, without regard to the largest.</summary>
    private uint RoundToEven(uint single)
    {
        int exponent = (int)(single >> SingleMantissaBits) - SingleBias;
        int smallestNormal = 1 - Bias;

        // A subnormal of this format has the exponent of the smallest normal, and gives up a bit for each power of two below it.
        int shift = SingleMantissaBits - MantissaBits + Math.Max(0, smallestNormal - exponent);

        // Below half of the smallest number: also where float's own subnormals end, whose hidden bit is 0.
        if (shift > SingleMantissaBits + 1)
            return 0;

        uint mantissa = single & ((1u << SingleMantissaBits) - 1) | 1u << SingleMantissaBits;
        uint odd = mantissa >> shift & 1;
        uint rounded = mantissa + (1u << shift - 1) - 1 + odd >> shift;

        // The mantissa carries its hidden bit, which adds 1 to the exponent below it; so does the carry of rounding up.
        return rounded + ((uint)(Math.Max(exponent, smallestNormal) + Bias - 1) << MantissaBits);
    }

    private static float[] DecodeAll(int mantissaBits, int bias, byte max, Float8Special special)
    {
        var values = new float[256];
        for (int bits = 0; bits < values.Length; bits++)
        {
            int magnitude = bits & 0x7F;
            int exponent = magnitude >> mantissaBits;
            int mantissa = magnitude & ((1 << mantissaBits) - 1);
            float value = exponent == 0
                ? MathF.ScaleB(mantissa, 1 - bias - mantissaBits)
                : MathF.ScaleB(mantissa + (1 << mantissaBits), exponent - bias - mantissaBits);
            if (magnitude > max)
                value = special == Float8Special.InfinityAndNaN && mantissa == 0 ? float.PositiveInfinity : float.NaN;
            values[bits] = bits < SignBit ? value : -value;
        }

        if (special == Float8Special.None)
            values[SignBit] = float.NaN;
        return values;
    }
}
