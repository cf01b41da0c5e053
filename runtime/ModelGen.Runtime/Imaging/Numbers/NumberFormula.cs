namespace ModelGen;

/// <summary>
/// A short formula, u·a or u÷a, − m, ÷ s or ·s, that vectors can compute, found by trying and proved on all 256 bytes of all channels.
/// </summary>
/// <param name="Divides">Whether the byte is divided by a, not multiplied.</param>
/// <param name="DividesLast">Whether the difference is divided by s, not multiplied.</param>
/// <param name="Scale">a by channel; four entries, so that a pixel's lanes are one vector.</param>
/// <param name="Mean">m by channel.</param>
/// <param name="Spread">s by channel.</param>
internal sealed record NumberFormula(bool Divides, bool DividesLast, float[] Scale, float[] Mean, float[] Spread)
{
    /// <summary>The cheapest formula that gives every table entry bit for bit; null when none does, and tables are read.</summary>
    internal static NumberFormula? Find(ImageSteps steps, float[][] tables)
    {
        foreach (bool dividesLast in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (bool divides in (ReadOnlySpan<bool>)[false, true])
            {
                NumberFormula formula = Of(steps, divides, dividesLast);
                if (formula.Gives(tables)) return formula;
            }
        }

        return null;
    }

    internal float Of(int channel, byte level)
    {
        float scaled = Divides ? level / Scale[channel] : level * Scale[channel];
        float centred = scaled - Mean[channel];
        return DividesLast ? centred / Spread[channel] : centred * Spread[channel];
    }

    private static NumberFormula Of(ImageSteps steps, bool divides, bool dividesLast)
    {
        // The fused rule leaves the byte as it is and scales mean and deviation instead.
        bool fused = steps.NumberRule == NumberRule.HuggingFaceFast && steps.Mean.Count + steps.Std.Count > 0;
        float inverse = (float)(1 / steps.Rescale);
        float[] scale = [1, 1, 1, 1], mean = [0, 0, 0, 0], spread = [1, 1, 1, 1];
        for (int channel = 0; channel < steps.Channels; channel++)
        {
            float factor = fused ? inverse : 1;
            if (!fused) scale[channel] = divides ? inverse : (float)steps.Rescale;
            mean[channel] = (float)steps.Mean.Of(channel, 0) * factor;
            float std = (float)steps.Std.Of(channel, 1) * factor;
            spread[channel] = dividesLast ? std : 1 / std;
        }

        return new NumberFormula(divides, dividesLast, scale, mean, spread);
    }

    private bool Gives(float[][] tables)
    {
        for (int channel = 0; channel < tables.Length; channel++)
        {
            for (int level = 0; level < 256; level++)
            {
                if (BitConverter.SingleToInt32Bits(Of(channel, (byte)level)) != BitConverter.SingleToInt32Bits(tables[channel][level]))
                    return false;
            }
        }

        return true;
    }
}
