namespace ModelGen;

/// <summary>One channel of one row that was scaled to numbers, not to bytes.</summary>
internal static unsafe class FloatRow
{
    /// <summary>Writes <paramref name="count"/> numbers, rescaled and normalised.</summary>
    /// <param name="steps">How.</param>
    /// <param name="channel">Which channel of the tensor.</param>
    /// <param name="levels">The pixels' levels, 0 to 255.</param>
    /// <param name="count">How many pixels.</param>
    /// <param name="result">Where the numbers go.</param>
    /// <param name="step">Numbers from one pixel to the next.</param>
    internal static void Write(ImageSteps steps, int channel, float* levels, int count, float* result, int step)
    {
        for (int x = 0; x < count; x++, result += step) *result = NumberTable.Value(steps, channel, levels[x]);
    }
}
