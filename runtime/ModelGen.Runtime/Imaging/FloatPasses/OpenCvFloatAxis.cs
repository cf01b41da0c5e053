namespace ModelGen;

/// <summary>OpenCV's <c>INTER_LINEAR</c> on float32 pictures (IPP off): two neighbours, weights in float32.</summary>
internal static class OpenCvFloatAxis
{
    /// <summary>The taps of an axis.</summary>
    /// <param name="source">Pixels of the source axis.</param>
    /// <param name="target">Pixels of the whole target axis.</param>
    /// <param name="span">The targets that are wanted.</param>
    /// <param name="isVertical">Rows keep their fraction at the borders, where both taps are the same row; columns lose it. The sums round differently.</param>
    internal static FloatAxis<float> Of(int source, int target, AxisSpan span, bool isVertical)
    {
        // Two roundings, in this order: s is not n/m.
        double step = 1 / ((double)target / source);
        return FloatAxis<float>.Of(span, (index, taps) =>
        {
            float position = (float)((index + 0.5) * step - 0.5);
            int low = (int)MathF.Floor(position);
            float second = position - low;
            if (!isVertical && (low < 0 || low >= source - 1)) second = 0;
            taps.Add((Math.Clamp(low, 0, source - 1), 1 - second));
            if (second != 0) taps.Add((Math.Clamp(low + 1, 0, source - 1), second));
        });
    }
}
