using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Mixes four rows as INTER_CUBIC does without IPP: in float32 in whole vectors of eight, in integers in what is left at the end of a row.</summary>
/// <remarks>Products and sums are rounded one by one, from the last tap to the first; OpenCV for x86 does not fuse them.</remarks>
internal static unsafe class CubicRows
{
    /// <summary>Numbers that OpenCV's loop takes at once.</summary>
    private const int Step = 8;

    /// <summary>Takes off the 11 bits of either pass.</summary>
    private const float Unit = 1f / (1 << (2 * OpenCvWeights.Bits));

    /// <summary>Mixes <paramref name="count"/> numbers, a multiple of 32, in float32.</summary>
    internal static void Mix(VectorPath path, ReadOnlySpan<short> weights, int** rows, byte* result, int count)
    {
        float w0 = weights[0] * Unit, w1 = weights[1] * Unit, w2 = weights[2] * Unit, w3 = weights[3] * Unit;
        if (path.HasAvx2())
        {
            Wide(w0, w1, w2, w3, rows, result, count);
            return;
        }

        if (path == VectorPath.Scalar)
        {
            for (int i = 0; i < count; i++)
            {
                float sum = rows[3][i] * w3;
                sum = rows[2][i] * w2 + sum;
                sum = rows[1][i] * w1 + sum;
                sum = rows[0][i] * w0 + sum;
                result[i] = (byte)Math.Clamp((int)MathF.Round(sum, MidpointRounding.ToEven), 0, 255);
            }

            return;
        }

        for (int i = 0; i < count; i += 16)
        {
            Vector128.Narrow(
                Vector128.Narrow(Four(i), Four(i + 4)), Vector128.Narrow(Four(i + 8), Four(i + 12))).Store(result + i);
        }

        Vector128<uint> Four(int i)
        {
            Vector128<float> sum = Row(3, i) * w3;
            sum = Row(2, i) * w2 + sum;
            sum = Row(1, i) * w1 + sum;
            sum = Row(0, i) * w0 + sum;
            Vector128<int> level = Vector128.ConvertToInt32(Vector128.Round(sum, MidpointRounding.ToEven));
            return Vector128.Min(Vector128.Max(level, Vector128<int>.Zero), Vector128.Create(255)).AsUInt32();
        }

        Vector128<float> Row(int tap, int i) => Vector128.ConvertToSingle(Vector128.Load(rows[tap] + i));
    }

    private static void Wide(float w0, float w1, float w2, float w3, int** rows, byte* result, int count)
    {
        Vector256<float> weight0 = Vector256.Create(w0), weight1 = Vector256.Create(w1), weight2 = Vector256.Create(w2), weight3 = Vector256.Create(w3);
        int* row0 = rows[0], row1 = rows[1], row2 = rows[2], row3 = rows[3];
        for (int i = 0; i < count; i += 32) AreaRows.Pack(Eight(i), Eight(i + 8), Eight(i + 16), Eight(i + 24)).Store(result + i);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<int> Eight(int i)
        {
            Vector256<float> sum = Avx.ConvertToVector256Single(Vector256.Load(row3 + i)) * weight3;
            sum = Avx.ConvertToVector256Single(Vector256.Load(row2 + i)) * weight2 + sum;
            sum = Avx.ConvertToVector256Single(Vector256.Load(row1 + i)) * weight1 + sum;
            sum = Avx.ConvertToVector256Single(Vector256.Load(row0 + i)) * weight0 + sum;
            return Avx.ConvertToVector256Int32(sum);
        }
    }

    /// <summary>Mixes in integers what OpenCV's vectors leave. Rows count whole, crop or not, in channels of the tensor.</summary>
    internal static void MixEnd(TapPlan plan, ReadOnlySpan<short> weights, int** rows, byte* result)
    {
        int channels = plan.Lanes == 1 ? 1 : 3;
        long whole = (long)plan.ScaledWidth * channels, limit = whole - whole % Step;
        int from = (int)Math.Max(limit / channels - plan.Across.From, 0);
        for (int x = from; x < plan.Across.Count; x++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                if ((plan.Across.From + (long)x) * channels + channel < limit) continue;
                int i = x * plan.Lanes + channel;
                result[i] = WideRows.Value(weights, rows, i);
            }
        }
    }
}
