using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Means of 2×2 pixels, halves rounded up, straight from bytes: eight colour pixels or 32 gray ones a step.</summary>
internal static unsafe class HalfAvx2
{
    /// <summary>Colour pixels of a step, and of one of its four loads.</summary>
    private const int Step = 8;
    private const int Load = 16;

    private const int GrayStep = 32;

    private static Vector256<sbyte> Ones => Vector256.Create((sbyte)1);

    private static Vector256<short> Two => Vector256.Create((short)2);

    /// <summary>How far rows are read, in bytes from the first column. Whole steps make as many pixels as a row of working pixels has room for.</summary>
    internal static int Reach(BlockPlan plan) => checked(plan.ResultLength / plan.Lanes * 2 * plan.WorkingBytes + (plan.Lanes == 1 ? 0 : Load));

    /// <summary>Makes one row.</summary>
    internal static void Run(BlockPlan plan, byte* upper, byte* lower, byte* result)
    {
        if (plan.Lanes == 1) Gray(upper, lower, result, plan.ResultLength);
        else Color(plan.Order, upper, lower, result, plan.ResultLength);
    }

    private static void Color(PixelOrder order, byte* upper, byte* lower, byte* result, int length)
    {
        Vector256<byte> pairs = Pairs(order);
        nint four = 4 * order.Bytes;
        for (byte* end = result + length; result < end; result += 4 * Step, upper += 4 * four, lower += 4 * four)
        {
            Vector256<short> left = Four(upper, lower, four, pairs), right = Four(upper + 2 * four, lower + 2 * four, four, pairs);
            Vector256<byte> packed = Avx2.PackUnsignedSaturate(left, right);
            Avx2.Permute4x64(packed.AsInt64(), 0b11_01_10_00).AsByte().Store(result);
        }
    }

    /// <summary>Four target pixels from eight source pixels of either row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Four(byte* upper, byte* lower, nint four, Vector256<byte> pairs)
    {
        Vector256<byte> a = Avx2.Shuffle(PairColumnsAvx2.Load(upper, upper + four), pairs);
        Vector256<byte> b = Avx2.Shuffle(PairColumnsAvx2.Load(lower, lower + four), pairs);
        return Avx2.ShiftRightArithmetic(Avx2.MultiplyAddAdjacent(a, Ones) + Avx2.MultiplyAddAdjacent(b, Ones) + Two, 2);
    }

    private static void Gray(byte* upper, byte* lower, byte* result, int length)
    {
        for (byte* end = result + length; result < end; result += GrayStep, upper += 2 * GrayStep, lower += 2 * GrayStep)
        {
            Vector256<short> left = Sixteen(upper, lower), right = Sixteen(upper + GrayStep, lower + GrayStep);
            Avx2.Permute4x64(Avx2.PackUnsignedSaturate(left, right).AsInt64(), 0b11_01_10_00).AsByte().Store(result);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Sixteen(byte* upper, byte* lower) => Avx2.ShiftRightArithmetic(
        Avx2.MultiplyAddAdjacent(Vector256.Load(upper), Ones) + Avx2.MultiplyAddAdjacent(Vector256.Load(lower), Ones) + Two, 2);

    /// <summary>Where the bytes of two pairs of pixels go: the channels of the tensor side by side, both pixels of a pair next to each other.</summary>
    private static Vector256<byte> Pairs(PixelOrder order)
    {
        const byte Zero = 0x80;
        byte f = (byte)order.First, l = (byte)order.Last, n = (byte)order.Bytes, m = (byte)(2 * n), o = (byte)(3 * n);
        Vector128<byte> half = Vector128.Create(
            f, (byte)(n + f), 1, (byte)(n + 1), l, (byte)(n + l), Zero, Zero,
            (byte)(m + f), (byte)(o + f), (byte)(m + 1), (byte)(o + 1), (byte)(m + l), (byte)(o + l), Zero, Zero);
        return Vector256.Create(half, half);
    }
}
