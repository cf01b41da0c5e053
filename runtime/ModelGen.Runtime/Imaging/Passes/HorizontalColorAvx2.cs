using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The horizontal colour pass, a strip of eight rows at a time: every load of weights serves all of them.</summary>
/// <remarks>
/// A block is four taps. One 16-byte load has their pixels; one byte shuffle of two copies of it gives, as int16,
/// <c>x0 x1 x2 x3 y0 y1 y2 y3 | z0 z1 z2 z3 0 0 0 0</c> (x, y, z the channels in the tensor's order), which multiply-add meets with
/// <c>w0 w1 w2 w3</c> four times over. High parts of weights settle nearly all pixels; see <see cref="SplitWeights"/>.
/// </remarks>
internal static unsafe class HorizontalColorAvx2
{
    /// <summary>Columns between two looks at what is in doubt: a call within the inner loops would cost them their registers.</summary>
    private const int Tile = 128;

    internal static void Run(AxisWeights axis, SplitWeights split, PixelOrder order, byte** rows, byte** results)
    {
        Vector256<byte> gather = Gather(order);
        uint* doubts = stackalloc uint[Tile];
        for (int from = 0; from < axis.Starts.Length; from += Tile)
        {
            int end = Math.Min(from + Tile, axis.Starts.Length);
            Columns(axis, split, order.Bytes, from, end, gather, rows, results, doubts);
            for (int x = from; x < end; x++)
            {
                if (doubts[x - from] != 0) Exact(axis, split, order.Bytes, x, doubts[x - from], gather, rows, results);
            }
        }
    }

    /// <summary>Filters columns from <paramref name="x"/> to <paramref name="end"/> and notes, by column, which values are in doubt.</summary>
    private static void Columns(
        AxisWeights axis, SplitWeights split, nint pixel, int x, int end, Vector256<byte> gather, byte** rows, byte** results, uint* doubts)
    {
        Vector256<int> remainder = Vector256.Create((1 << (axis.Bits - split.Shift)) - 1);
        Vector128<int> bits = Vector128.CreateScalar(axis.Bits - split.Shift);
        byte* rowA = rows[0], rowB = rows[1], rowC = rows[2], rowD = rows[3], rowE = rows[4], rowF = rows[5], rowG = rows[6], rowH = rows[7];
        nint step = pixel * split.Block, blocks = split.Blocks;
        fixed (short* weights = split.High)
        fixed (int* starts = axis.Starts, bias = split.Bias, doubt = split.Doubt)
        {
            long* weight = (long*)weights + x * blocks;
            for (; x < end; x++)
            {
                nint offset = starts[x] * pixel;
                long* last = weight + blocks;
                Vector256<short> first = Vector256.Create(*weight++).AsInt16();
                Vector256<int> a = Avx2.MultiplyAddAdjacent(Load(rowA + offset, gather), first);
                Vector256<int> b = Avx2.MultiplyAddAdjacent(Load(rowB + offset, gather), first);
                Vector256<int> c = Avx2.MultiplyAddAdjacent(Load(rowC + offset, gather), first);
                Vector256<int> d = Avx2.MultiplyAddAdjacent(Load(rowD + offset, gather), first);
                Vector256<int> e = Avx2.MultiplyAddAdjacent(Load(rowE + offset, gather), first);
                Vector256<int> f = Avx2.MultiplyAddAdjacent(Load(rowF + offset, gather), first);
                Vector256<int> g = Avx2.MultiplyAddAdjacent(Load(rowG + offset, gather), first);
                Vector256<int> h = Avx2.MultiplyAddAdjacent(Load(rowH + offset, gather), first);
                for (; weight < last; weight++)
                {
                    offset += step;
                    Vector256<short> high = Vector256.Create(*weight).AsInt16();
                    a += Avx2.MultiplyAddAdjacent(Load(rowA + offset, gather), high);
                    b += Avx2.MultiplyAddAdjacent(Load(rowB + offset, gather), high);
                    c += Avx2.MultiplyAddAdjacent(Load(rowC + offset, gather), high);
                    d += Avx2.MultiplyAddAdjacent(Load(rowD + offset, gather), high);
                    e += Avx2.MultiplyAddAdjacent(Load(rowE + offset, gather), high);
                    f += Avx2.MultiplyAddAdjacent(Load(rowF + offset, gather), high);
                    g += Avx2.MultiplyAddAdjacent(Load(rowG + offset, gather), high);
                    h += Avx2.MultiplyAddAdjacent(Load(rowH + offset, gather), high);
                }

                // Each holds two rows now: x y of one, x y of the next | z 0 of one, z 0 of the next.
                Vector256<int> biased = Vector256.Create(bias[x]), limit = Vector256.Create(doubt[x]);
                a = Avx2.HorizontalAdd(a, b) + biased;
                c = Avx2.HorizontalAdd(c, d) + biased;
                e = Avx2.HorizontalAdd(e, f) + biased;
                g = Avx2.HorizontalAdd(g, h) + biased;
                Vector256<short> upper = Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(a, bits), Avx2.ShiftRightArithmetic(c, bits));
                Vector256<short> lower = Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(e, bits), Avx2.ShiftRightArithmetic(g, bits));
                Store(Avx2.PackUnsignedSaturate(upper, lower).AsUInt16(), results, x);

                a = Avx2.CompareGreaterThan(limit, a & remainder);
                c = Avx2.CompareGreaterThan(limit, c & remainder);
                e = Avx2.CompareGreaterThan(limit, e & remainder);
                g = Avx2.CompareGreaterThan(limit, g & remainder);
                Vector256<short> upperDoubt = Avx2.PackSignedSaturate(a, c), lowerDoubt = Avx2.PackSignedSaturate(e, g);
                *doubts++ = (uint)Avx2.MoveMask(Avx2.PackSignedSaturate(upperDoubt, lowerDoubt));
            }
        }
    }

    /// <summary>One column of the rows in doubt, with both parts of the weights.</summary>
    /// <param name="axis">Weights of the axis.</param>
    /// <param name="split">The same in two parts.</param>
    /// <param name="pixel">Bytes of a source pixel.</param>
    /// <param name="x">The column.</param>
    /// <param name="mask">Two bits a row for the first two channels, and in the upper half two bits a row for the third.</param>
    /// <param name="gather">Positions of the taps.</param>
    /// <param name="rows">The source rows.</param>
    /// <param name="results">The target rows.</param>
    private static void Exact(
        AxisWeights axis, SplitWeights split, nint pixel, int x, uint mask, Vector256<byte> gather, byte** rows, byte** results)
    {
        mask = (mask | mask >> 16) & 0xFFFF;
        fixed (short* high = split.High, low = split.Low)
        {
            long* highs = (long*)high + (nint)x * split.Blocks, lows = (long*)low + (nint)x * split.Blocks;
            while (mask != 0)
            {
                int row = BitOperations.TrailingZeroCount(mask) / 2;
                mask &= ~(3u << (2 * row));
                byte* pixels = rows[row] + axis.Starts[x] * pixel;
                Vector256<int> highSum = default, lowSum = default;
                for (int block = 0; block < split.Blocks; block++, pixels += split.Block * pixel)
                {
                    Vector256<short> loaded = Load(pixels, gather);
                    highSum += Avx2.MultiplyAddAdjacent(loaded, Vector256.Create(highs[block]).AsInt16());
                    lowSum += Avx2.MultiplyAddAdjacent(loaded, Vector256.Create(lows[block]).AsInt16());
                }

                Vector256<int> sum = (highSum << split.Shift) + lowSum;
                sum = Avx2.HorizontalAdd(sum, sum) + Vector256.Create(Fixed.Half(axis.Bits));
                Vector256<short> levels = Avx2.PackSignedSaturate(sum >> axis.Bits, sum);
                ((uint*)results[row])[x] = First(Avx2.PackUnsignedSaturate(levels, levels).AsUInt16()).ToScalar();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(byte* pixels, Vector256<byte> gather) =>
        Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(pixels), gather).AsInt16();

    /// <summary>Puts the channels of each row side by side: x y of eight rows | z 0 of eight rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ushort> pairs, byte** results, int x)
    {
        Vector128<uint> pixels = First(pairs);
        ((uint*)results[0])[x] = pixels.ToScalar();
        ((uint*)results[1])[x] = pixels.GetElement(1);
        ((uint*)results[2])[x] = pixels.GetElement(2);
        ((uint*)results[3])[x] = pixels.GetElement(3);
        pixels = Sse2.UnpackHigh(pairs.GetLower(), pairs.GetUpper()).AsUInt32();
        ((uint*)results[4])[x] = pixels.ToScalar();
        ((uint*)results[5])[x] = pixels.GetElement(1);
        ((uint*)results[6])[x] = pixels.GetElement(2);
        ((uint*)results[7])[x] = pixels.GetElement(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> First(Vector256<ushort> pairs) => Sse2.UnpackLow(pairs.GetLower(), pairs.GetUpper()).AsUInt32();

    /// <summary>Byte positions of four taps by channel, each followed by a zero that makes an int16 of it.</summary>
    private static Vector256<byte> Gather(PixelOrder order)
    {
        const byte Zero = 0x80;
        byte* at = stackalloc byte[32];
        new Span<byte>(at, 32).Fill(Zero);
        for (int tap = 0; tap < 4; tap++)
        {
            at[tap * 2] = (byte)(tap * order.Bytes + order.First);
            at[8 + tap * 2] = (byte)(tap * order.Bytes + 1);
            at[16 + tap * 2] = (byte)(tap * order.Bytes + order.Last);
        }

        return Vector256.Load(at);
    }
}
