namespace ModelGen;

/// <summary>
/// torch's float32 interpolation (<c>UpSampleKernel.cpp</c> of ATen): the weights of <c>antialias=True</c> are Pillow's in float32, and its compiler
/// fuses their products with the sums (as torchvision 0.29 results show); without, two neighbours.
/// </summary>
internal static class TorchAxis
{
    private const float CubicA = -0.5f;

    internal static FloatAxis<float> Antialiased(ResizeFilter filter, int source, int target, AxisSpan span)
    {
        float radius = filter == ResizeFilter.Bicubic ? 2 : 1, scale = (float)source / target;
        float support = scale >= 1 ? radius * scale : radius, inverse = scale >= 1 ? 1 / scale : 1;
        return FloatAxis<float>.Of(span, (index, taps) =>
        {
            float centre = scale * (index + 0.5f), sum = 0;
            int low = Math.Max((int)(centre - support + 0.5f), 0), count = Math.Min((int)(centre + support + 0.5f), source) - low, first = taps.Count;
            for (int i = 0; i < count; i++)
            {
                float weight = Value(filter, MathF.Abs((i + low - centre + 0.5f) * inverse));
                sum += weight;
                taps.Add((low + i, weight));
            }

            for (int i = first; i < taps.Count && sum != 0; i++) taps[i] = (taps[i].Source, taps[i].Weight / sum);
        }, isFused: true);
    }

    internal static FloatAxis<float> Aliased(int source, int target, AxisSpan span)
    {
        float scale = (float)source / target;
        return FloatAxis<float>.Of(span, (index, taps) =>
        {
            float position = Math.Max(scale * (index + 0.5f) - 0.5f, 0);
            int low = Math.Min((int)position, source - 1);
            float second = Math.Min(position - low, 1);
            taps.Add((low, 1 - second));
            if (second != 0) taps.Add((Math.Min(low + 1, source - 1), second));
        });
    }

    private static float Value(ResizeFilter filter, float x)
    {
        if (filter == ResizeFilter.Bilinear) return x < 1 ? 1 - x : 0;
        if (x < 1) return ((CubicA + 2) * x - (CubicA + 3)) * x * x + 1;
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * CubicA : 0;
    }
}
