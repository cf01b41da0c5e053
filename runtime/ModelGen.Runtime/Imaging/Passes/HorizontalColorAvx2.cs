using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The horizontal colour pass for a strip of eight rows: pixels are gathered into lanes of row and channel, then mixed like rows.</summary>
/// <remarks>
/// Gathering costs something once a source pixel; each multiply-add of sixteen products then takes its pixels straight from memory, and nothing
/// is left to add across lanes. High parts of weights settle nearly all values; see <see cref="SplitWeights"/>.
/// </remarks>
internal static unsafe class HorizontalColorAvx2
{
    /// <summary>Bytes of a cache line.</summary>
    private const int Line = 64;

    /// <summary>Bytes of a column of the strip: a target pixel of four bytes for each row.</summary>
    private const int Column = 4 * ResamplePlan.Strip;

    /// <summary>From the order of packed lanes to rows: bytes 0 … 3 of a half are of the first vector, 4 … 7 of the second, 8 … 11 of the third.</summary>
    private static Vector256<byte> ByRow =>
        Vector256.Create(Vector128.Create((byte)0, 1, 2, 12, 3, 8, 9, 12, 4, 5, 6, 12, 7, 10, 11, 12));

    /// <summary>Bytes of scratch memory that a run needs.</summary>
    internal static int Scratch(ColumnTiles? tiles) =>
        tiles is null ? 0 : Line + ColumnTiles.MaxColumns * Column + tiles.Pixels * GatherColorAvx2.PixelBytes;

    internal static void Run(ResamplePlan plan, PixelOrder order, byte** rows, byte** results, byte* scratch)
    {
        ColumnTiles tiles = plan.Tiles!;
        int* doubts = stackalloc int[ColumnTiles.MaxColumns];
        Vector256<byte>* masks = stackalloc Vector256<byte>[4];
        GatherColorAvx2.Masks(order, masks);
        byte* columns = (byte*)(((nuint)scratch + Line - 1) & ~(nuint)(Line - 1)), gathered = columns + ColumnTiles.MaxColumns * Column;
        for (int tile = 0, from = 0; tile < tiles.Ends.Length; from = tiles.Ends[tile++])
        {
            int count = tiles.Ends[tile] - from;
            GatherColorAvx2.Run(order.Bytes, masks, rows, tiles.Starts[tile], tiles.SourceEnds[tile], gathered);
            if (tile + 1 < tiles.Ends.Length)
                Prefetch(rows, (nint)tiles.SourceEnds[tile] * order.Bytes, (nint)tiles.SourceEnds[tile + 1] * order.Bytes);
            byte* first = gathered - (nint)tiles.Starts[tile] * GatherColorAvx2.PixelBytes;
            int doubtful = Mix(plan, from, count, first, columns, doubts);
            for (int i = 0; i < doubtful; i++) Exact(plan, doubts[i], first, columns + (nint)(doubts[i] - from) * Column);
            Spread(columns, count, from, results);
        }
    }

    /// <summary>Asks for the next tile's pixels while this one is mixed, which needs no others.</summary>
    private static void Prefetch(byte** rows, nint from, nint end)
    {
        for (int row = 0; row < ResamplePlan.Strip; row++)
        {
            byte* last = rows[row] + end;
            for (byte* at = rows[row] + from; at < last; at += Line) Sse.Prefetch0(at);
        }
    }

    /// <summary>Filters columns by high parts; lists those with a value in doubt, and returns how many they are.</summary>
    /// <remarks>One column in ten may be, at random: a list without a branch costs less than the processor's wrong guesses.</remarks>
    private static int Mix(ResamplePlan plan, int x, int count, byte* gathered, byte* columns, int* doubts)
    {
        AxisWeights axis = plan.Columns.Weights!;
        SplitWeights split = plan.Horizontal!;
        Vector256<byte> byRow = ByRow;
        nint blocks = split.Blocks;
        int doubtful = 0;
        fixed (short* weights = split.High)
        fixed (int* starts = axis.Starts, all = split.Bits, bias = split.Bias, doubt = split.Doubt)
        {
            int* weight = (int*)weights + x * blocks * 2;
            for (int end = x + count; x < end; x++)
            {
                byte* pair = gathered + (nint)(starts[x] & ~1) * GatherColorAvx2.PixelBytes;
                Vector256<int> sum0 = Avx2.BroadcastScalarToVector256(bias + x), sum1 = sum0, sum2 = sum0;
                for (int* last = weight + blocks * 2; weight < last; weight += 2, pair += 4 * GatherColorAvx2.PixelBytes)
                {
                    Vector256<short> high = Avx2.BroadcastScalarToVector256(weight).AsInt16();
                    sum0 += Avx2.MultiplyAddAdjacent(high, Vector256.Load((short*)pair));
                    sum1 += Avx2.MultiplyAddAdjacent(high, Vector256.Load((short*)(pair + 32)));
                    sum2 += Avx2.MultiplyAddAdjacent(high, Vector256.Load((short*)(pair + 64)));
                    high = Avx2.BroadcastScalarToVector256(weight + 1).AsInt16();
                    sum0 += Avx2.MultiplyAddAdjacent(high, Vector256.Load((short*)(pair + 96)));
                    sum1 += Avx2.MultiplyAddAdjacent(high, Vector256.Load((short*)(pair + 128)));
                    sum2 += Avx2.MultiplyAddAdjacent(high, Vector256.Load((short*)(pair + 160)));
                }

                Store(sum0, sum1, sum2, all[x], byRow, columns);
                columns += Column;

                Vector256<int> remainder = Vector256.Create((1 << all[x]) - 1);
                Vector256<int> least = Vector256.Min(Vector256.Min(sum0 & remainder, sum1 & remainder), sum2 & remainder);
                doubts[doubtful] = x;
                doubtful += Vector256.GreaterThanAny(Avx2.BroadcastScalarToVector256(doubt + x), least) ? 1 : 0;
            }
        }

        return doubtful;
    }

    /// <summary>One column with both parts of the weights.</summary>
    private static void Exact(ResamplePlan plan, int x, byte* gathered, byte* column)
    {
        AxisWeights axis = plan.Columns.Weights!;
        SplitWeights split = plan.Horizontal!;
        byte* pair = gathered + (nint)(axis.Starts[x] & ~1) * GatherColorAvx2.PixelBytes;
        Vector256<int> high0 = default, high1 = default, high2 = default;
        Vector256<int> low0 = Vector256.Create(Fixed.Half(axis.Bits)), low1 = low0, low2 = low0;
        fixed (short* highs = split.High, lows = split.Low)
        {
            int* high = (int*)highs + (nint)x * split.Blocks * 2, low = (int*)lows + (nint)x * split.Blocks * 2;
            for (int* last = high + split.Blocks * 2; high < last; high++, low++, pair += 2 * GatherColorAvx2.PixelBytes)
            {
                Vector256<short> upper = Avx2.BroadcastScalarToVector256(high).AsInt16(), lower = Avx2.BroadcastScalarToVector256(low).AsInt16();
                Vector256<short> all0 = Vector256.Load((short*)pair), all1 = Vector256.Load((short*)(pair + 32)), two = Vector256.Load((short*)(pair + 64));
                high0 += Avx2.MultiplyAddAdjacent(all0, upper);
                low0 += Avx2.MultiplyAddAdjacent(all0, lower);
                high1 += Avx2.MultiplyAddAdjacent(all1, upper);
                low1 += Avx2.MultiplyAddAdjacent(all1, lower);
                high2 += Avx2.MultiplyAddAdjacent(two, upper);
                low2 += Avx2.MultiplyAddAdjacent(two, lower);
            }
        }

        int shift = split.Shifts[x];
        Store((high0 << shift) + low0, (high1 << shift) + low1, (high2 << shift) + low2, axis.Bits, ByRow, column);
    }

    /// <summary>Rounds the sums of a column and puts the channels of each row side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> sum0, Vector256<int> sum1, Vector256<int> sum2, int bits, Vector256<byte> byRow, byte* column)
    {
        Vector128<int> count = Vector128.CreateScalar(bits);
        Vector256<short> level01 = Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(sum0, count), Avx2.ShiftRightArithmetic(sum1, count));
        Vector256<short> level2 = Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(sum2, count), Vector256<int>.Zero);
        Avx2.Shuffle(Avx2.PackUnsignedSaturate(level01, level2), byRow).Store(column);
    }

    /// <summary>Columns of eight rows to eight rows, four columns at a time.</summary>
    private static void Spread(byte* columns, int count, int x, byte** results)
    {
        byte* a = results[0], b = results[1], c = results[2], d = results[3], e = results[4], f = results[5], g = results[6], h = results[7];
        nint at = (nint)x * 4;
        for (; count >= 4; count -= 4, at += 16, columns += 4 * Column)
        {
            Vector256<int> column0 = Vector256.Load((int*)columns), column1 = Vector256.Load((int*)(columns + Column));
            Vector256<int> column2 = Vector256.Load((int*)(columns + 2 * Column)), column3 = Vector256.Load((int*)(columns + 3 * Column));
            Vector256<long> ab01 = Avx2.UnpackLow(column0, column1).AsInt64(), ab23 = Avx2.UnpackLow(column2, column3).AsInt64();
            Vector256<long> cd01 = Avx2.UnpackHigh(column0, column1).AsInt64(), cd23 = Avx2.UnpackHigh(column2, column3).AsInt64();
            Store(Avx2.UnpackLow(ab01, ab23), a + at, e + at);
            Store(Avx2.UnpackHigh(ab01, ab23), b + at, f + at);
            Store(Avx2.UnpackLow(cd01, cd23), c + at, g + at);
            Store(Avx2.UnpackHigh(cd01, cd23), d + at, h + at);
        }

        for (; count > 0; count--, at += 4, columns += Column)
        {
            for (int row = 0; row < ResamplePlan.Strip; row++) *(uint*)(results[row] + at) = ((uint*)columns)[row];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<long> rows, byte* lower, byte* upper)
    {
        rows.GetLower().Store((long*)lower);
        rows.GetUpper().Store((long*)upper);
    }
}
