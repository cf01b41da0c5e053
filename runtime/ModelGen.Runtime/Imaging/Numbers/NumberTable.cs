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

    /// <summary>The number of one level, 0 to 255, of which bytes are the whole ones.</summary>
    internal static float Value(ImageSteps steps, int channel, float level)
    {
        double exactMean = steps.Mean.Of(channel, 0), exactStd = steps.Std.Of(channel, 1);
        float mean = (float)exactMean, std = (float)exactStd, inverse = (float)(1 / steps.Rescale);
        bool normalised = steps.Mean.Count + steps.Std.Count > 0;
        float value = steps.NumberRule switch
        {
            NumberRule.HuggingFaceFast when normalised => (level - mean * inverse) / (std * inverse),
            NumberRule.HuggingFaceFast => level * (float)steps.Rescale,
            NumberRule.Torchvision => (level / inverse - mean) / std,
            NumberRule.Factor => (level * (float)steps.Rescale - mean) / std,
            NumberRule.Float64 => (float)((level * steps.Rescale - exactMean) / exactStd),
            _ => ((float)(level * steps.Rescale) - mean) / std,
        };
        return steps.DividesTwice ? value / std : value;
    }
}
