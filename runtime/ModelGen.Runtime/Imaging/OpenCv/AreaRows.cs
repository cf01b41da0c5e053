using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Adds up rows of float32 sums, and rounds them to bytes, halves to even.</summary>
internal static unsafe class AreaRows
{
    /// <summary>Adds a row times its share to <paramref name="sum"/>, or puts it there when it is the first; a multiple of 32 numbers.</summary>
    internal static void Add(VectorPath path, float* row, float share, float* sum, int count, bool isFirst)
    {
        if (path == VectorPath.Scalar)
        {
            for (int i = 0; i < count; i++) sum[i] = (isFirst ? 0 : sum[i]) + row[i] * share;
        }
        else if (path == VectorPath.Portable)
        {
            for (int i = 0; i < count; i += 4)
                ((isFirst ? Vector128<float>.Zero : Vector128.Load(sum + i)) + Vector128.Load(row + i) * share).Store(sum + i);
        }
        else if (isFirst)
        {
            for (int i = 0; i < count; i += 8) (Vector256.Load(row + i) * share).Store(sum + i);
        }
        else
        {
            for (int i = 0; i < count; i += 8) (Vector256.Load(sum + i) + Vector256.Load(row + i) * share).Store(sum + i);
        }
    }

    /// <summary>Rounds a multiple of 32 numbers.</summary>
    internal static void Round(VectorPath path, float* sum, byte* result, int count)
    {
        switch (path)
        {
            case >= VectorPath.Avx2: Wide(sum, result, count); break;
            case VectorPath.Portable: Portable(sum, result, count); break;
            default:
                for (int i = 0; i < count; i++) result[i] = (byte)Math.Clamp((int)MathF.Round(sum[i], MidpointRounding.ToEven), 0, 255);
                break;
        }
    }

    /// <summary>Clips four vectors to bytes, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<byte> Pack(Vector256<int> first, Vector256<int> second, Vector256<int> third, Vector256<int> fourth)
    {
        // Packing stays within halves: the first four bytes of each vector come before the last four of any.
        Vector256<byte> packed = Avx2.PackUnsignedSaturate(Avx2.PackSignedSaturate(first, second), Avx2.PackSignedSaturate(third, fourth));
        return Avx2.PermuteVar8x32(packed.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte();
    }

    private static void Wide(float* sum, byte* result, int count)
    {
        for (int i = 0; i < count; i += 32)
        {
            Pack(
                Avx.ConvertToVector256Int32(Vector256.Load(sum + i)), Avx.ConvertToVector256Int32(Vector256.Load(sum + i + 8)),
                Avx.ConvertToVector256Int32(Vector256.Load(sum + i + 16)), Avx.ConvertToVector256Int32(Vector256.Load(sum + i + 24))).Store(result + i);
        }
    }

    private static void Portable(float* sum, byte* result, int count)
    {
        for (int i = 0; i < count; i += 16)
            Vector128.Narrow(Vector128.Narrow(Four(sum + i), Four(sum + i + 4)), Vector128.Narrow(Four(sum + i + 8), Four(sum + i + 12))).Store(result + i);
    }

    private static Vector128<uint> Four(float* sum)
    {
        Vector128<int> level = Vector128.ConvertToInt32(Vector128.Round(Vector128.Load(sum), MidpointRounding.ToEven));
        return Vector128.Min(Vector128.Max(level, Vector128<int>.Zero), Vector128.Create(255)).AsUInt32();
    }
}
