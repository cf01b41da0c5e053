namespace ModelGen;

/// <summary>
/// Weights cut into two int16 parts, K = high · 2^Shift + low, so that multiply-add of int16 pairs can do the sums; and the bounds that tell
/// when the high parts alone settle the result.
/// </summary>
/// <remarks>
/// <para>
/// <b>Exact sums.</b> Shift is the least for which all high = round(K / 2^Shift) of a target fit int16; low is what remains, |low| ≤ 2^(Shift−1).
/// No |K| reaches 2^23 (a single tap has 2^22, and what an edge cuts off a window makes the rest grow by less than a third), so Shift ≤ 8.
/// A product with a pixel, 0 … 255, is below 2^23 and a pair's sum below 2^24: the one overflow of the instruction (four times −32768)
/// cannot happen. Later sums and shifts are modulo 2^32, so (Σ high·p) · 2^Shift + Σ low·p equals Σ K·p modulo 2^32 whatever the parts do on
/// the way; and Σ K·p + 2^(Bits−1) is the number that Pillow keeps in an int32.
/// </para>
/// <para>
/// <b>Screening.</b> Let T = Σ high·p, which alone costs half. Because Σ low·p = 128·Σ low + Σ low·(p − 128), and the last term is within
/// ±E, E = 128·Σ |low|, the exact sum over 2^Shift lies within ±e of T + b with
/// b = (2^(Bits−1) + 128·Σ low) >> Shift and e = ⌈E / 2^Shift⌉ + 1 (the one is for what the shift of b drops).
/// The result is a floor by 2^(Bits−Shift), so T settles it unless T + b is within e of a multiple:
/// with U = T + b + e it is U >> (Bits−Shift), unless U mod 2^(Bits−Shift) &lt; 2e. That happens to one value in a hundred or fewer, whose
/// exact sum is taken. Where all low parts are 0, e is 0 and it never happens.
/// </para>
/// </remarks>
internal sealed class SplitWeights
{
    private readonly int _align;

    private SplitWeights(AxisWeights axis, int block, int align)
    {
        int count = axis.Starts.Length;
        Block = block;
        _align = align;
        Blocks = (axis.Taps + align - 1 + block - 1) / block;
        High = new short[checked(count * Stride)];
        Low = new short[High.Length];
        Shifts = new int[count];
        Bits = new int[count];
        Bias = new int[count];
        Doubt = new int[count];
        for (int i = 0; i < count; i++) Split(axis, i);
    }

    /// <summary>For each target pixel the bits of the low parts. Windows cut off at an edge have larger weights, which need more than others.</summary>
    internal int[] Shifts { get; }

    /// <summary>For each target pixel the fractional bits of the sum of high parts.</summary>
    internal int[] Bits { get; }

    /// <summary>Taps a block; the passes load one block at a time.</summary>
    internal int Block { get; }

    /// <summary>Blocks a target pixel.</summary>
    internal int Blocks { get; }

    /// <summary>Weights a target pixel: <see cref="Lead"/> zeros, the window's weights, and zeros that fill the last block up.</summary>
    internal int Stride => Blocks * Block;

    /// <summary>High parts, <see cref="Stride"/> a target pixel.</summary>
    internal short[] High { get; }

    /// <summary>Low parts, <see cref="Stride"/> a target pixel.</summary>
    internal short[] Low { get; }

    /// <summary>For each target pixel b + e, which is added to the sum of high parts.</summary>
    internal int[] Bias { get; }

    /// <summary>For each target pixel 2e: remainders below it are in doubt.</summary>
    internal int[] Doubt { get; }

    /// <summary>How many source pixels before its window a target's weights begin, so that they begin at an aligned one.</summary>
    internal int Lead(AxisWeights axis, int index) => axis.Starts[index] & (_align - 1);

    /// <summary>Splits the weights of an axis.</summary>
    /// <param name="axis">The weights.</param>
    /// <param name="block">Taps a block.</param>
    /// <param name="align">A power of two; every target's weights begin at a source pixel that is a multiple of it.</param>
    internal static SplitWeights Of(AxisWeights axis, int block, int align = 1) => new(axis, block, align);

    private static int ShiftOf(ReadOnlySpan<int> weights)
    {
        int shift = 0;
        foreach (int weight in weights)
        {
            while (Math.Abs(HighOf(weight, shift)) > short.MaxValue) shift++;
        }

        return shift;
    }

    private static int HighOf(int weight, int shift) => shift == 0 ? weight : (weight + (1 << (shift - 1))) >> shift;

    private void Split(AxisWeights axis, int index)
    {
        ReadOnlySpan<int> weights = axis.Weights.AsSpan(index * axis.Taps, axis.Taps);
        int shift = ShiftOf(weights), sum = 0, size = 0, at = index * Stride + Lead(axis, index);
        foreach (int weight in weights)
        {
            int high = HighOf(weight, shift), low = weight - (high << shift);
            High[at] = (short)high;
            Low[at++] = (short)low;
            sum += low;
            size += Math.Abs(low);
        }

        Shifts[index] = shift;
        Bits[index] = axis.Bits - shift;
        int error = size == 0 ? 0 : ((128 * size + (1 << shift) - 1) >> shift) + 1;
        Bias[index] = ((Fixed.Half(axis.Bits) + 128 * sum) >> shift) + error;
        Doubt[index] = 2 * error;
    }
}
