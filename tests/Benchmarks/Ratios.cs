using System.Diagnostics;
using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>Ratios of calls whose sides take turns within milliseconds, so that the machine's load meets all of them alike.</summary>
internal static class Ratios
{
    private const int Rounds = 400;

    public static void Print()
    {
        using DigitsSides digits = new();
        using EfficientNetSides efficientNet = new();
        Print(digits, calls: 100);
        Print(efficientNet, calls: 1);
    }

    private static void Print(Sides sides, int calls)
    {
        (string Name, Func<float> Call)[] all = [("bound by hand", sides.Bound), ("ModelGen, rented call", sides.Rented), ("NamedOnnxValue", sides.Named)];
        float expected = sides.Bound();
        double[][] times = [.. all.Select(_ => new double[Rounds])];
        long[] bytes = new long[all.Length];
        // The first fifth warms up.
        for (int round = -Rounds / 5; round < Rounds; round++)
        {
            for (int turn = 0; turn < all.Length; turn++)
            {
                // Another order each time, since the first of a round meets colder caches.
                int side = (turn + Math.Abs(round)) % all.Length;
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                float result = 0;
                for (int i = 0; i < calls; i++)
                    result = all[side].Call();
                TimeSpan time = Stopwatch.GetElapsedTime(start);
                if (round < 0)
                    continue;
                times[side][round] = time.TotalMicroseconds / calls;
                bytes[side] += GC.GetAllocatedBytesForCurrentThread() - before;
                if (Math.Abs(result - expected) > 1e-5f)
                    throw new InvalidOperationException($"{all[side].Name} computes something else: {result} for {expected}.");
            }
        }
        Console.WriteLine(sides.Name);
        for (int side = 0; side < all.Length; side++)
        {
            double[] ratios = [.. times[side].Zip(times[0], (time, baseline) => time / baseline)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {all[side].Name,-24} median {Quantile(times[side], 0.5),9:N1} µs   best tenth {Quantile(times[side], 0.1),9:N1} µs   ratio of medians {Quantile(times[side], 0.5) / Quantile(times[0], 0.5):0.000}   " +
                $"of best tenths {Quantile(times[side], 0.1) / Quantile(times[0], 0.1):0.000}   median of ratios {Quantile(ratios, 0.5):0.000}   {bytes[side] / (double)(Rounds * calls):0} B/call"));
        }
    }

    private static double Quantile(double[] values, double q) => values.Order().ElementAt((int)(q * (values.Length - 1)));
}
