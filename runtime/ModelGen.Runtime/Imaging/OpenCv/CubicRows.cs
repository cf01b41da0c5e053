using System.Runtime.Intrinsics;

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
