using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Turns eight colour rows by a quarter, so that the horizontal pass can work like the vertical one: a lane for each row and channel.</summary>
/// <remarks>
/// For every two neighbouring pixels of the rows A … H there are three vectors of int32 lanes, each the same channel of both pixels as int16:
/// <code>
/// A0 A1 A2 B0 | E0 E1 E2 F0
/// C0 C1 C2 D0 | G0 G1 G2 H0
/// B1 B2 D1 D2 | F1 F2 H1 H2
/// </code>
/// The digits are the channels in the tensor's order. No lane is wasted on alpha, and what adds up is in the same lane.
/// </remarks>
internal static unsafe class GatherColorAvx2
{
    /// <summary>Bytes that a pixel of all rows takes: 8 rows × 3 channels × 2.</summary>
    internal const int PixelBytes = 48;

    /// <summary>Pixels of one step.</summary>
    private const int Step = 4;

    /// <summary>Bytes of a load.</summary>
    private const int LoadBytes = 16;

    /// <summary>How far a row is read when pixels up to <paramref name="end"/> are gathered.</summary>
    internal static int ReadEnd(int end, int bytesPerPixel) => checked((end - Step) * bytesPerPixel + LoadBytes);

    /// <summary>Gathers pixels from <paramref name="from"/> to <paramref name="end"/>, which are whole steps apart.</summary>
    /// <param name="bytesPerPixel">3 or 4.</param>
    /// <param name="masks">The <see cref="Masks"/> of the pixel order.</param>
    /// <param name="rows">Eight source rows.</param>
    /// <param name="from">First pixel.</param>
    /// <param name="end">Index behind the last pixel.</param>
    /// <param name="gathered">Where they go, <see cref="PixelBytes"/> a pixel.</param>
    internal static void Run(int bytesPerPixel, Vector256<byte>* masks, byte** rows, int from, int end, byte* gathered)
    {
        if (bytesPerPixel == 4) Four(masks, rows, from * 4, end * 4, gathered);
        else Three(masks, rows, from * 3, end * 3, gathered);
    }

    /// <summary>The byte shuffles of a pixel order: first pair, its last two channels; second pair, its last two channels.</summary>
    internal static void Masks(PixelOrder order, Vector256<byte>* masks)
    {
        // The second pair begins with byte 8 of 16, or with byte 6 of 12, of which bytes 4 … 11 are taken.
        int second = order.Bytes == 4 ? 0 : 2;
        masks[0] = Mask(order, 0, upper: false);
        masks[1] = Mask(order, 0, upper: true);
        masks[2] = Mask(order, second, upper: false);
        masks[3] = Mask(order, second, upper: true);
    }

    // A method each, so that the compiler makes the choice within the loop, and no caller's variables take its registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Three(Vector256<byte>* masks, byte** rows, nint offset, nint end, byte* gathered) =>
        Loop(four: false, masks, rows, offset, end, gathered);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Four(Vector256<byte>* masks, byte** rows, nint offset, nint end, byte* gathered) =>
        Loop(four: true, masks, rows, offset, end, gathered);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Loop(bool four, Vector256<byte>* masks, byte** rows, nint offset, nint end, byte* gathered)
    {
        int bytes = four ? 4 : 3;
        Vector256<byte> all0 = masks[0], two0 = masks[1], all1 = masks[2], two1 = masks[3];
        byte* a = rows[0], b = rows[1], c = rows[2], d = rows[3], e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (; offset < end; offset += Step * bytes, gathered += Step * PixelBytes)
        {
            Vector256<long> ae = Load(a + offset, e + offset), bf = Load(b + offset, f + offset);
            Vector256<long> cg = Load(c + offset, g + offset), dh = Load(d + offset, h + offset);
            Vector256<long> ab = Avx2.UnpackLow(ae, bf), cd = Avx2.UnpackLow(cg, dh);
            Avx2.Shuffle(ab.AsByte(), all0).Store(gathered);
            Avx2.Shuffle(cd.AsByte(), all0).Store(gathered + 32);
            Avx2.Shuffle(Avx2.UnpackHigh(ab, cd).AsByte(), two0).Store(gathered + 64);
            ab = four ? Avx2.UnpackHigh(ae, bf) : Middle(ae, bf);
            cd = four ? Avx2.UnpackHigh(cg, dh) : Middle(cg, dh);
            Avx2.Shuffle(ab.AsByte(), all1).Store(gathered + 96);
            Avx2.Shuffle(cd.AsByte(), all1).Store(gathered + 128);
            Avx2.Shuffle(Avx2.UnpackHigh(ab, cd).AsByte(), two1).Store(gathered + 160);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Load(byte* lower, byte* upper) =>
        Avx2.InsertVector128(Vector128.Load(lower).ToVector256Unsafe(), Vector128.Load(upper), 1).AsInt64();

    /// <summary>Bytes 4 … 11 of each half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Middle(Vector256<long> left, Vector256<long> right) =>
        Avx.Shuffle(left.AsSingle(), right.AsSingle(), 0b10_01_10_01).AsInt64();

    /// <summary>Where the bytes of a pair are within 16 bytes that hold eight of one row and eight of the next.</summary>
    /// <param name="order">Where the channels are within a pixel.</param>
    /// <param name="at">Where the pair begins within its eight bytes.</param>
    /// <param name="upper">Whether the last two channels of both rows are wanted, or all of the first row and the first of the second.</param>
    private static Vector256<byte> Mask(PixelOrder order, int at, bool upper)
    {
        const byte Zero = 0x80;
        byte* mask = stackalloc byte[16];
        int* channels = stackalloc int[] { order.First, 1, order.Last };
        for (int lane = 0; lane < 4; lane++)
        {
            int row = upper ? lane / 2 : lane / 3, channel = upper ? 1 + lane % 2 : lane % 3;
            int position = 8 * row + at + channels[channel];
            mask[lane * 4] = (byte)position;
            mask[lane * 4 + 1] = Zero;
            mask[lane * 4 + 2] = (byte)(position + order.Bytes);
            mask[lane * 4 + 3] = Zero;
        }

        return Vector256.Create(Vector128.Load(mask), Vector128.Load(mask));
    }
}
