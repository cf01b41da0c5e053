namespace ModelGen;

/// <summary>
/// Weights cut into two int16 halves, K = high · 2^Shift + low, so that multiply-add of int16 pairs gives exact sums:
/// Σ K·p = (Σ high·p) · 2^Shift + Σ low·p.
/// </summary>
/// <remarks>
/// <para>
/// Shift is the least with |K| &lt; 2^(15+Shift) for every weight, so high = K >> Shift fits int16; low is the rest, 0 … 2^Shift − 1.
/// The largest weights are those of single-tap windows, 2^22, and of windows cut at an edge, where the lost negative lobes make the others
/// grow: 1.27 · 2^22 at most over all filters. Both stay below 2^23, so Shift is at most 8 and low below 256.
/// </para>
/// <para>
/// Pixels are 0 … 255, so a product is at most 32768 · 255 in size and a pair's sum below 2^24: the one overflow of the instruction
/// (four times −32768) cannot happen. All later sums and the shift are modulo 2^32, hence the total equals Σ K·p modulo 2^32 whatever the
/// parts do on the way; and Σ K·p + 2^21 itself fits int32, because the positive weights of a window sum to less than 2 · 2^22 and
/// 255 · 2^23 + 2^21 &lt; 2^31. It is also the sum that Pillow keeps in an int32.
/// </para>
/// </remarks>
/// <param name="Shift">Bits of the low half.</param>
/// <param name="Block">Taps a block; the passes load one block at a time.</param>
/// <param name="Blocks">Blocks a target pixel.</param>
/// <param name="Values">For each target pixel, for each block: <paramref name="Block"/> high halves, then as many low ones; zeros fill up.</param>
internal sealed record SplitWeights(int Shift, int Block, int Blocks, short[] Values)
{
    /// <summary>Numbers a target pixel.</summary>
    internal int Stride => Blocks * Block * 2;

    internal static SplitWeights Of(AxisWeights axis, int block)
    {
        int shift = 0;
        foreach (int weight in axis.Weights)
        {
            while (weight >> shift is > short.MaxValue or < short.MinValue) shift++;
        }

        int blocks = (axis.Taps + block - 1) / block, count = axis.Starts.Length;
        var values = new short[checked(count * blocks * block * 2)];
        for (int i = 0; i < count; i++)
        {
            for (int tap = 0; tap < axis.Taps; tap++)
            {
                int weight = axis.Weights[i * axis.Taps + tap];
                int at = (i * blocks + tap / block) * block * 2 + tap % block;
                values[at] = (short)(weight >> shift);
                values[at + block] = (short)(weight & ((1 << shift) - 1));
            }
        }

        return new SplitWeights(shift, block, blocks, values);
    }
}
