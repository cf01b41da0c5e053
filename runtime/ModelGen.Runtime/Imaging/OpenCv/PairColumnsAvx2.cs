using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Mixes two columns into one by multiply-add of int16 pairs: four colour pixels or eight gray ones a step.</summary>
internal static unsafe class PairColumnsAvx2
{
    internal static void Run(TapPlan plan, byte* row, nint ahead, short* result)
    {
        fixed (int* offsets = plan.Columns.Offsets)
        fixed (short* weights = plan.Columns.Weights)
        {
            int count = plan.Columns.Offsets.Length;
            if (plan.Lanes == 1) Gray(plan.Kind == TapKind.Exact, row, offsets, (int*)weights, count, result);
            else if (plan.Kind == TapKind.Exact) Exact(plan.Order, row, ahead, offsets, (int*)weights, count, result);
            else Linear(plan.Order, row, ahead, offsets, (int*)weights, count, result);
        }
    }

    // A method each, so that the compiler makes the choice outside of the loop.
    private static void Linear(PixelOrder order, byte* row, nint ahead, int* offsets, int* weights, int count, short* result) =>
        Color(exact: false, order, row, ahead, offsets, weights, count, result);

    private static void Exact(PixelOrder order, byte* row, nint ahead, int* offsets, int* weights, int count, short* result) =>
        Color(exact: true, order, row, ahead, offsets, weights, count, result);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Color(bool exact, PixelOrder order, byte* row, nint ahead, int* offsets, int* weights, int count, short* result)
    {
        Vector256<byte> pairs = Pairs(order);
        // Pixels 0 and 2 share a vector, 1 and 3 the next: packing puts them in order.
        Vector256<byte> even = Spread(0, 2), odd = Spread(1, 3);
        for (int x = 0; x < count; x += 4, result += 16)
        {
            Sse.Prefetch0(row + ahead + offsets[x]);
            Sse.Prefetch0(row + ahead + offsets[x + 2]);
            Vector256<byte> weight = Avx2.BroadcastVector128ToVector256(weights + x).AsByte();
            Vector256<int> first = Avx2.MultiplyAddAdjacent(
                Avx2.Shuffle(Load(row + offsets[x], row + offsets[x + 2]), pairs).AsInt16(), Avx2.Shuffle(weight, even).AsInt16());
            Vector256<int> second = Avx2.MultiplyAddAdjacent(
                Avx2.Shuffle(Load(row + offsets[x + 1], row + offsets[x + 3]), pairs).AsInt16(), Avx2.Shuffle(weight, odd).AsInt16());
            Avx2.PackSignedSaturate(Kept(exact, first), Kept(exact, second)).Store(result);
        }
    }

    private static void Gray(bool exact, byte* row, int* offsets, int* weights, int count, short* result)
    {
        for (int x = 0; x < count; x += 16, result += 16)
        {
            Vector256<int> first = Avx2.MultiplyAddAdjacent(Gray(row, offsets + x), Vector256.Load(weights + x).AsInt16());
            Vector256<int> second = Avx2.MultiplyAddAdjacent(Gray(row, offsets + x + 8), Vector256.Load(weights + x + 8).AsInt16());
            Vector256<short> packed = Avx2.PackSignedSaturate(Kept(exact, first), Kept(exact, second));
            Avx2.Permute4x64(packed.AsInt64(), 0b11_01_10_00).AsInt16().Store(result);
        }
    }

    /// <summary>The two pixels of eight windows, as int16.</summary>
    private static Vector256<short> Gray(byte* row, int* offsets) => Avx2.ConvertToVector256Int16(Vector128.Create(
        *(ushort*)(row + offsets[0]), *(ushort*)(row + offsets[1]), *(ushort*)(row + offsets[2]), *(ushort*)(row + offsets[3]),
        *(ushort*)(row + offsets[4]), *(ushort*)(row + offsets[5]), *(ushort*)(row + offsets[6]), *(ushort*)(row + offsets[7])).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Kept(bool exact, Vector256<int> sum) =>
        exact ? sum - Vector256.Create(TapColumns.ExactOffset) : Avx2.ShiftRightArithmetic(sum, TapColumns.LinearShift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<byte> Load(byte* lower, byte* upper) =>
        Avx2.InsertVector128(Vector128.Load(lower).ToVector256Unsafe(), Vector128.Load(upper), 1);

    /// <summary>Where the bytes of two neighbouring pixels go: an int32 lane for each channel of the tensor, both pixels as int16.</summary>
    internal static Vector256<byte> Pairs(PixelOrder order)
    {
        const byte Zero = 0x80;
        byte f = (byte)order.First, l = (byte)order.Last, n = (byte)order.Bytes;
        Vector128<byte> half = Vector128.Create(
            f, Zero, (byte)(n + f), Zero, 1, Zero, (byte)(n + 1), Zero, l, Zero, (byte)(n + l), Zero, Zero, Zero, Zero, Zero);
        return Vector256.Create(half, half);
    }

    /// <summary>Repeats one int32 of the lower half and one of the upper.</summary>
    private static Vector256<byte> Spread(int lower, int upper) =>
        Vector256.Create(Vector128.Create(0x03020100 + lower * 0x04040404), Vector128.Create(0x03020100 + upper * 0x04040404)).AsByte();
}
