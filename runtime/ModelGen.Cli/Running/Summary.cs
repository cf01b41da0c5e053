using System.Runtime.InteropServices;

namespace ModelGen.Cli;

/// <summary>The range and the mean of a tensor's numbers, without those that are none (NaN).</summary>
/// <param name="Min">The smallest; NaN when there are no numbers.</param>
/// <param name="Max">The largest; NaN when there are no numbers.</param>
/// <param name="Mean">The mean; NaN when there are no numbers.</param>
/// <param name="NotNumbers">How many elements are NaN.</param>
internal readonly record struct Summary(double Min, double Max, double Mean, long NotNumbers)
{
    /// <summary>Goes over the elements once.</summary>
    internal static Summary Of(NpyType type, ReadOnlySpan<byte> data) => (type.Kind, type.Size) switch
    {
        ('f', 2) => Of<Half>(data, value => (double)value),
        ('f', 4) => Of<float>(data, value => value),
        ('f', _) => Of<double>(data, value => value),
        ('i', 1) => Of<sbyte>(data, value => value),
        ('i', 2) => Of<short>(data, value => value),
        ('i', 4) => Of<int>(data, value => value),
        ('i', _) => Of<long>(data, value => value),
        ('u', 2) => Of<ushort>(data, value => value),
        ('u', 4) => Of<uint>(data, value => value),
        ('u', 8) => Of<ulong>(data, value => value),
        _ => Of<byte>(data, value => value),
    };

    private static Summary Of<T>(ReadOnlySpan<byte> data, Func<T, double> number)
        where T : unmanaged
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity, sum = 0;
        long numbers = 0;
        ReadOnlySpan<T> elements = MemoryMarshal.Cast<byte, T>(data);
        foreach (T element in elements)
        {
            double value = number(element);
            if (double.IsNaN(value))
                continue;
            (min, max, sum) = (Math.Min(min, value), Math.Max(max, value), sum + value);
            numbers++;
        }
        return numbers == 0
            ? new(double.NaN, double.NaN, double.NaN, elements.Length)
            : new(min, max, sum / numbers, elements.Length - numbers);
    }
}
