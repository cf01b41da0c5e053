using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The horizontal colour pass, four rows at a time: every load of weights serves all of them.</summary>
/// <remarks>
/// A block is four taps. One 16-byte load has its four pixels; one byte shuffle of two copies of it gives, as int16,
/// <c>a0 a1 a2 a3 b0 b1 b2 b3 | c0 c1 c2 c3 0 0 0 0</c> (a, b, c the channels in the tensor's order), which multiply-add meets with
/// <c>w0 w1 w2 w3</c> four times over. See <see cref="SplitWeights"/> for why the sums are exact.
/// </remarks>
internal static unsafe class HorizontalColorAvx2
{
    internal static void Run(AxisWeights axis, SplitWeights split, PixelOrder order, byte** rows, byte** results)
    {
        Vector256<byte> gather = Gather(order);
        Vector256<int> half = Vector256.Create(Fixed.Half(axis.Bits));
        Vector128<int> shift = Vector128.CreateScalar(split.Shift), bits = Vector128.CreateScalar(axis.Bits);
        byte* rowA = rows[0], rowB = rows[1], rowC = rows[2], rowD = rows[3];
        uint* resultA = (uint*)results[0], resultB = (uint*)results[1], resultC = (uint*)results[2], resultD = (uint*)results[3];
        int step = order.Bytes * split.Block, blocks = split.Blocks, count = axis.Starts.Length;
        fixed (short* weights = split.Values)
        fixed (int* starts = axis.Starts)
        {
            long* weight = (long*)weights;
            for (int x = 0; x < count; x++)
            {
                nint offset = (nint)starts[x] * order.Bytes;
                Vector256<int> highA = default, highB = default, highC = default, highD = default;
                Vector256<int> lowA = default, lowB = default, lowC = default, lowD = default;
                for (int block = 0; block < blocks; block++, offset += step, weight += 2)
                {
                    Vector256<short> high = Vector256.Create(weight[0]).AsInt16(), low = Vector256.Create(weight[1]).AsInt16();
                    Vector256<short> a = Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(rowA + offset), gather).AsInt16();
                    Vector256<short> b = Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(rowB + offset), gather).AsInt16();
                    Vector256<short> c = Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(rowC + offset), gather).AsInt16();
                    Vector256<short> d = Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(rowD + offset), gather).AsInt16();
                    highA += Avx2.MultiplyAddAdjacent(a, high);
                    highB += Avx2.MultiplyAddAdjacent(b, high);
                    highC += Avx2.MultiplyAddAdjacent(c, high);
                    highD += Avx2.MultiplyAddAdjacent(d, high);
                    lowA += Avx2.MultiplyAddAdjacent(a, low);
                    lowB += Avx2.MultiplyAddAdjacent(b, low);
                    lowC += Avx2.MultiplyAddAdjacent(c, low);
                    lowD += Avx2.MultiplyAddAdjacent(d, low);
                }

                // Sums of neighbours: a b of one row, a b of the next | c 0, c 0.
                Vector256<int> sumAB = Avx2.HorizontalAdd(
                    Avx2.ShiftLeftLogical(highA, shift) + lowA, Avx2.ShiftLeftLogical(highB, shift) + lowB);
                Vector256<int> sumCD = Avx2.HorizontalAdd(
                    Avx2.ShiftLeftLogical(highC, shift) + lowC, Avx2.ShiftLeftLogical(highD, shift) + lowD);
                Vector256<short> levels = Avx2.PackSignedSaturate(
                    Avx2.ShiftRightArithmetic(sumAB + half, bits), Avx2.ShiftRightArithmetic(sumCD + half, bits));
                Vector256<byte> bytes = Avx2.PackUnsignedSaturate(levels, levels);
                Vector128<uint> pixels = Sse2.UnpackLow(bytes.GetLower().AsUInt16(), bytes.GetUpper().AsUInt16()).AsUInt32();
                resultA[x] = pixels.ToScalar();
                resultB[x] = pixels.GetElement(1);
                resultC[x] = pixels.GetElement(2);
                resultD[x] = pixels.GetElement(3);
            }
        }
    }

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
