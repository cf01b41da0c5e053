using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Mixes rows of 32-bit sums in integers, as INTER_LANCZOS4 does: 11 bits of either pass are rounded off at the end. Sums are modulo 2^32.</summary>
internal static unsafe class WideRows
{
    private const int Shift = 2 * OpenCvWeights.Bits;

    /// <summary>Mixes <paramref name="count"/> numbers, a multiple of 32.</summary>
    internal static void Mix(VectorPath path, ReadOnlySpan<short> weights, int** rows, byte* result, int count)
    {
        if (path == VectorPath.Scalar)
        {
            for (int i = 0; i < count; i++) result[i] = Value(weights, rows, i);
            return;
        }

        if (path.HasAvx2())
        {
            for (int i = 0; i < count; i += 32)
                AreaRows.Pack(Eight(weights, rows, i), Eight(weights, rows, i + 8), Eight(weights, rows, i + 16), Eight(weights, rows, i + 24)).Store(result + i);
            return;
        }

        for (int i = 0; i < count; i += 16)
        {
            Vector128.Narrow(
                Vector128.Narrow(Four(weights, rows, i), Four(weights, rows, i + 4)),
                Vector128.Narrow(Four(weights, rows, i + 8), Four(weights, rows, i + 12))).Store(result + i);
        }
    }

    /// <summary>One number by the definition.</summary>
    internal static byte Value(ReadOnlySpan<short> weights, int** rows, int i)
    {
        int sum = 0;
        for (int tap = 0; tap < weights.Length; tap++) sum = unchecked(sum + weights[tap] * rows[tap][i]);
        return Fixed.ToByte(sum, Shift);
    }

    private static Vector256<int> Eight(ReadOnlySpan<short> weights, int** rows, int i)
    {
        Vector256<int> sum = Vector256.Create(Fixed.Half(Shift));
        for (int tap = 0; tap < weights.Length; tap++) sum += Vector256.Load(rows[tap] + i) * weights[tap];
        return sum >> Shift;
    }

    private static Vector128<uint> Four(ReadOnlySpan<short> weights, int** rows, int i)
    {
        Vector128<int> sum = Vector128.Create(Fixed.Half(Shift));
        for (int tap = 0; tap < weights.Length; tap++) sum += Vector128.Load(rows[tap] + i) * weights[tap];
        return Vector128.Min(Vector128.Max(sum >> Shift, Vector128<int>.Zero), Vector128.Create(255)).AsUInt32();
    }
}
