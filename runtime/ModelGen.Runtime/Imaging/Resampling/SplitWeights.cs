namespace ModelGen;

/// <summary>
/// Weights cut into two int16 parts, K = high · 2^Shift + low, so that multiply-add of int16 pairs can do the sums; and the bounds that tell
/// when the high parts alone settle the result.
/// </summary>
/// <remarks>
/// <para>
/// <b>Exact sums.</b> Shift is the least for which all high = round(K / 2^Shift) fit int16; low is what remains, |low| ≤ 2^(Shift−1).
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
    private SplitWeights(AxisWeights axis, int block, int shift)
    {
        int count = axis.Starts.Length;
        Shift = shift;
        Block = block;
        Blocks = (axis.Taps + block - 1) / block;
        High = new short[checked(count * Stride)];
        Low = new short[High.Length];
        Bias = new int[count];
        Doubt = new int[count];
        for (int i = 0; i < count; i++) Split(axis, i);
    }

    /// <summary>Bits of the low part.</summary>
    internal int Shift { get; }

    /// <summary>Taps a block; the passes load one block at a time.</summary>
    internal int Block { get; }

    /// <summary>Blocks a target pixel.</summary>
    internal int Blocks { get; }

    /// <summary>Weights a target pixel; zeros fill the last block up.</summary>
    internal int Stride => Blocks * Block;

    /// <summary>High parts, <see cref="Stride"/> a target pixel.</summary>
    internal short[] High { get; }

    /// <summary>Low parts, <see cref="Stride"/> a target pixel.</summary>
    internal short[] Low { get; }

    /// <summary>For each target pixel b + e, which is added to the sum of high parts.</summary>
    internal int[] Bias { get; }

    /// <summary>For each target pixel 2e: remainders below it are in doubt.</summary>
    internal int[] Doubt { get; }

    internal static SplitWeights Of(AxisWeights axis, int block)
    {
        int shift = 0;
        foreach (int weight in axis.Weights)
        {
            while (Math.Abs(HighOf(weight, shift)) > short.MaxValue) shift++;
        }

        return new SplitWeights(axis, block, shift);
    }

    private static int HighOf(int weight, int shift) => shift == 0 ? weight : (weight + (1 << (shift - 1))) >> shift;

    private void Split(AxisWeights axis, int index)
    {
        int sum = 0, size = 0;
        for (int tap = 0; tap < axis.Taps; tap++)
        {
            int weight = axis.Weights[index * axis.Taps + tap], high = HighOf(weight, Shift), low = weight - (high << Shift);
            High[index * Stride + tap] = (short)high;
            Low[index * Stride + tap] = (short)low;
            sum += low;
            size += Math.Abs(low);
        }

        int error = size == 0 ? 0 : ((128 * size + (1 << Shift) - 1) >> Shift) + 1;
        Bias[index] = ((Fixed.Half(axis.Bits) + 128 * sum) >> Shift) + error;
        Doubt[index] = 2 * error;
    }
}
