namespace ModelGen;

/// <summary>Counts labels.</summary>
internal static class Histogram
{
    /// <summary>How often each label below <paramref name="classes"/> occurs.</summary>
    internal static int[] Of(ReadOnlySpan<byte> labels, int classes)
    {
        // Neighbours mostly have the same label, and an increment of one counter must wait for the one before; four tables don't wait.
        const int Tables = 4, Length = 256;
        Span<int> counters = stackalloc int[Tables * Length];
        counters.Clear();
        Span<int> zeroth = counters[..Length], oneth = counters.Slice(Length, Length), second = counters.Slice(2 * Length, Length), third = counters.Slice(3 * Length, Length);
        int i = 0;
        for (; i <= labels.Length - Tables; i += Tables)
        {
            ReadOnlySpan<byte> four = labels.Slice(i, Tables);
            zeroth[four[0]]++;
            oneth[four[1]]++;
            second[four[2]]++;
            third[four[3]]++;
        }
        for (; i < labels.Length; i++)
            zeroth[labels[i]]++;

        int[] counts = new int[classes];
        for (int label = 0; label < classes; label++)
            counts[label] = zeroth[label] + oneth[label] + second[label] + third[label];
        return counts;
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{byte}, int)"/>
    internal static int[] Of(ReadOnlySpan<ushort> labels, int classes)
    {
        int[] counts = new int[classes];
        foreach (ushort label in labels)
            counts[label]++;
        return counts;
    }
}
