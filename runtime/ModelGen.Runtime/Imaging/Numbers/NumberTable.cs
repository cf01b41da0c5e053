namespace ModelGen;

/// <summary>The normalised number of every byte, for one channel: 256 entries, exact by construction.</summary>
/// <remarks>Where resampling ends in bytes, every rule of rescaling and normalising is a function of 256 values.</remarks>
internal static class NumberTable
{
    internal static float[] Build(ImageSteps steps, int channel)
    {
        ChannelNumbers numbers = ChannelNumbers.Of(steps, channel);
        var table = new float[256];
        for (int level = 0; level < table.Length; level++) table[level] = numbers.Of(level);
        return table;
    }
}
