namespace ModelGen;

/// <summary>The normalised number of every byte, for one channel: 256 entries, exact by construction.</summary>
/// <remarks>Resampling ends in bytes, so every rule of rescaling and normalising is a function of 256 values.</remarks>
internal static class NumberTable
{
    internal static float[] Build(ImageSteps steps, int channel)
    {
        var table = new float[256];
        for (int level = 0; level < table.Length; level++) table[level] = Value(steps, channel, (byte)level);
        return table;
    }

    private static float Value(ImageSteps steps, int channel, byte level)
    {
        bool normalised = steps.Mean.Count + steps.Std.Count > 0;
        float mean = (float)steps.Mean.Of(channel, 0), std = (float)steps.Std.Of(channel, 1);
        switch (steps.NumberRule)
        {
            case NumberRule.HuggingFaceFast when normalised:
                float inverse = (float)(1 / steps.Rescale);
                return (level - mean * inverse) / (std * inverse);
            case NumberRule.HuggingFaceFast:
                return level * (float)steps.Rescale;
            case NumberRule.Torchvision:
                return (level / (float)(1 / steps.Rescale) - mean) / std;
            default:
                return ((float)(level * steps.Rescale) - mean) / std;
        }
    }
}
