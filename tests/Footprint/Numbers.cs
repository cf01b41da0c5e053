namespace ModelGen.Footprint;

/// <summary>What is sent through networks.</summary>
internal static class Numbers
{
    public static float[] Of(long[] dims) => [.. Enumerable.Range(0, (int)dims.Aggregate((a, b) => a * b)).Select(i => i % 251 / 251f)];

    public static double Median(IEnumerable<double> values)
    {
        double[] all = [.. values.Order()];
        return all[all.Length / 2];
    }
}
