namespace ModelGen;

/// <summary>For each target pixel of one axis: the window of source pixels it sees and their integer weights.</summary>
/// <param name="First">First source index that any window touches.</param>
/// <param name="End">Index behind the last source pixel that any window touches.</param>
/// <param name="Starts">Window starts, relative to <paramref name="First"/>.</param>
/// <param name="Taps">Length of the longest window, and of every row of <paramref name="Weights"/>; shorter ones end in zeros.</param>
/// <param name="Weights">Fixed-point weights with <paramref name="Bits"/> fractional bits.</param>
/// <param name="Bits">Fractional bits: a result is (2^(Bits-1) + sum) >> Bits, clipped to a byte.</param>
internal sealed record AxisWeights(int First, int End, int[] Starts, int Taps, int[] Weights, int Bits)
{
    /// <summary>Pillow's PRECISION_BITS: 32 − 8 for the pixel − 2 for overshoot.</summary>
    private const int PillowBits = 32 - 8 - 2;

    /// <summary>A quarter of a gigabyte of weights; only axes of many millions of pixels come near.</summary>
    internal const long MaxWeights = 1 << 26;

    /// <summary>The weights for targets <paramref name="from"/> to <paramref name="from"/> + <paramref name="count"/> of an axis.</summary>
    /// <param name="filter">A filter other than nearest.</param>
    /// <param name="arithmetic">How weights are rounded.</param>
    /// <param name="source">Pixels of the source axis.</param>
    /// <param name="target">Pixels of the whole target axis.</param>
    /// <param name="from">First target pixel that is wanted.</param>
    /// <param name="count">How many are wanted.</param>
    internal static AxisWeights Build(ResizeFilter filter, ResizeArithmetic arithmetic, int source, int target, int from, int count)
    {
        double scale = (double)source / target;
        // Without antialias the filter stays as narrow as at scale 1, whatever it skips.
        double stretch = arithmetic == ResizeArithmetic.TorchUint8Aliased ? 1 : Math.Max(scale, 1);
        double support = FilterKernel.Radius(filter) * stretch;
        int taps = 0;
        for (int i = 0; i < count; i++) taps = Math.Max(taps, Bounds(from + i).Used);
        if ((long)taps * count > MaxWeights)
        {
            throw new ArgumentException(
                $"Scaling {source} pixels to {target} needs {(long)taps * count} weights, more than {MaxWeights}; scale the picture down first.");
        }

        var window = new double[(int)Math.Min(source, Math.Ceiling(support) * 2 + 1)];
        int bits = arithmetic == ResizeArithmetic.Pillow ? PillowBits : TorchBits();
        var starts = new int[count];
        var weights = new int[taps * count];
        int first = int.MaxValue, end = 0;
        for (int i = 0; i < count; i++)
        {
            (starts[i], int used) = Window(from + i);
            first = Math.Min(first, starts[i]);
            end = Math.Max(end, starts[i] + used);
            for (int j = 0; j < used; j++)
                weights[i * taps + j] = (int)(window[j] * (1 << bits) + (window[j] < 0 ? -0.5 : 0.5));
        }

        for (int i = 0; i < count; i++) starts[i] -= first;
        return new AxisWeights(first, end, starts, taps, weights, bits);

        (int Start, int Used) Bounds(int index)
        {
            double centre = (index + 0.5) * scale;
            int low = Math.Max((int)(centre - support + 0.5), 0);
            return (low, Math.Min((int)(centre + support + 0.5), source) - low);
        }

        (int Start, int Used) Window(int index)
        {
            (int start, int used) = Bounds(index);
            double centre = (index + 0.5) * scale, sum = 0;
            for (int j = 0; j < used; j++)
                sum += window[j] = FilterKernel.Value(filter, (start + j - centre + 0.5) * (1 / stretch));
            for (int j = 0; j < used && sum != 0; j++) window[j] /= sum;
            return (start, used);
        }

        // torch takes as many bits as keep the largest weight of the whole axis below 2^15, crop or not.
        int TorchBits()
        {
            double largest = 0;
            for (int i = 0; i < target; i++)
            {
                int used = Window(i).Used;
                for (int j = 0; j < used; j++) largest = Math.Max(largest, window[j]);
            }

            int found = 0;
            while (found < PillowBits && (int)(0.5 + largest * (1 << (found + 1))) < 1 << 15) found++;
            return found;
        }
    }
}
