namespace ModelGen;

/// <summary>OpenCV's weights of neighbouring pixels in fixed point.</summary>
internal static class OpenCvWeights
{
    /// <summary>INTER_RESIZE_COEF_SCALE: 11 fractional bits.</summary>
    internal const int Bits = 11;

    /// <summary>Fractional bits of INTER_LINEAR_EXACT.</summary>
    internal const int ExactBits = 8;

    /// <summary>Coefficient of OpenCV's cubic.</summary>
    private const float CubicA = -0.75f;

    private static readonly double s_eighthTurn = Math.Sqrt(0.5);

    // Sine and cosine factors of the eight taps, which are eighths of a turn apart.
    private static readonly (double Sine, double Cosine)[] s_turns =
    [
        (1, 0), (-s_eighthTurn, -s_eighthTurn), (0, 1), (s_eighthTurn, -s_eighthTurn),
        (-1, 0), (s_eighthTurn, s_eighthTurn), (0, -1), (-s_eighthTurn, s_eighthTurn),
    ];

    /// <summary>Two weights, 11 bits.</summary>
    internal static void Linear(double fraction, Span<short> weights)
    {
        float f = (float)fraction;
        weights[0] = Rounded(1 - f, Bits);
        weights[1] = Rounded(f, Bits);
    }

    /// <summary>Two weights, 8 bits, of which the first is what the second leaves.</summary>
    internal static void Exact(double fraction, Span<short> weights)
    {
        weights[1] = (short)Math.Round(fraction * (1 << ExactBits), MidpointRounding.ToEven);
        weights[0] = (short)((1 << ExactBits) - weights[1]);
    }

    /// <summary>Four weights, from the pixel before the position's on.</summary>
    internal static void Cubic(double fraction, Span<short> weights)
    {
        float f = (float)fraction, g = f + 1, h = 1 - f;
        float c0 = ((CubicA * g - 5 * CubicA) * g + 8 * CubicA) * g - 4 * CubicA;
        float c1 = ((CubicA + 2) * f - (CubicA + 3)) * f * f + 1;
        float c2 = ((CubicA + 2) * h - (CubicA + 3)) * h * h + 1;
        weights[0] = Rounded(c0, Bits);
        weights[1] = Rounded(c1, Bits);
        weights[2] = Rounded(c2, Bits);
        weights[3] = Rounded(1 - c0 - c1 - c2, Bits);
    }

    /// <summary>Eight weights, from three pixels before the position's on.</summary>
    internal static void Lanczos(double fraction, Span<short> weights)
    {
        float f = (float)fraction;
        double angle = -(f + 3) * Math.PI * 0.25, sine = Math.Sin(angle), cosine = Math.Cos(angle);
        Span<float> taps = stackalloc float[8];
        float sum = 0;
        for (int tap = 0; tap < taps.Length; tap++)
        {
            float distance = f + 3 - tap;
            double turn = -distance * Math.PI * 0.25;
            taps[tap] = Math.Abs(distance) < 1e-6f ? 1e30f : (float)((s_turns[tap].Sine * sine + s_turns[tap].Cosine * cosine) / (turn * turn));
            sum += taps[tap];
        }

        sum = 1 / sum;
        for (int tap = 0; tap < taps.Length; tap++) weights[tap] = Rounded(taps[tap] * sum, Bits);
    }

    private static short Rounded(float weight, int bits) => (short)MathF.Round(weight * (1 << bits), MidpointRounding.ToEven);
}
