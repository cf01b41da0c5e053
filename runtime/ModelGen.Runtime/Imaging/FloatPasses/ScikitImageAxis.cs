namespace ModelGen;

/// <summary>
/// scikit-image's <c>resize(mode='reflect')</c> in float64: <c>scipy.ndimage.zoom(grid_mode=True, mode='mirror')</c>, and before it, where an axis
/// shrinks and it is asked for, <c>gaussian_filter</c> with sigma (n/m − 1)/2, cut off at four sigma.
/// </summary>
internal static class ScikitImageAxis
{
    private const double Truncate = 4;

    internal static FloatAxis<double> Of(ResizeFilter filter, bool smoothed, int source, int target, AxisSpan span)
    {
        double step = (double)source / target, shift = 0.5 * step - 0.5;
        double[] kernel = smoothed && source > target ? Gaussian((step - 1) / 2) : [1];
        var sum = new SortedDictionary<int, double>();
        return FloatAxis<double>.Of(span, (index, taps) =>
        {
            double position = source == target ? index : Mirror(index * step + shift, source);
            int low = (int)Math.Floor(filter == ResizeFilter.Nearest ? position + 0.5 : position);
            double second = filter == ResizeFilter.Nearest ? 0 : position - low;
            sum.Clear();
            Smooth(sum, kernel, low, 1 - second, source);
            if (second != 0) Smooth(sum, kernel, low + 1, second, source);
            foreach ((int from, double weight) in sum) taps.Add((from, weight));
        });
    }

    // Adds the Gaussian around one pixel, borders mirrored without repeating the edge, times the weight of that pixel.
    private static void Smooth(SortedDictionary<int, double> sum, double[] kernel, int centre, double weight, int source)
    {
        int radius = kernel.Length / 2;
        for (int i = -radius; i <= radius; i++)
        {
            int from = Mirror(centre + i, source);
            sum[from] = sum.GetValueOrDefault(from) + kernel[i + radius] * weight;
        }
    }

    private static double[] Gaussian(double sigma)
    {
        int radius = (int)(Truncate * sigma + 0.5);
        double[] kernel = [.. Enumerable.Range(-radius, 2 * radius + 1).Select(x => Math.Exp(-0.5 / (sigma * sigma) * x * x))];
        double sum = kernel.Sum();
        return [.. kernel.Select(weight => weight / sum)];
    }

    private static double Mirror(double position, int count)
    {
        if (position < 0) position = -position;
        return Math.Max(position > count - 1 ? 2 * (count - 1) - position : position, 0);
    }

    private static int Mirror(int index, int count)
    {
        if (count == 1) return 0;
        int period = 2 * (count - 1);
        index = Math.Abs(index) % period;
        return index < count ? index : period - index;
    }
}
