using System.Diagnostics;
using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>Ratios of calls whose sides take turns within milliseconds, so that the machine's load meets all of them alike.</summary>
internal static class RentedCallComparison
{
    // Orders for loading and for calling, in which each side follows each other one as often: the first one meets colder caches.
    private static readonly int[][] s_orders = [[0, 1, 3, 2], [1, 2, 0, 3], [2, 3, 1, 0], [3, 0, 2, 1]];

    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "rented-call";

    private static readonly string[] s_names = ["bound by hand", "ModelGen, rented call", "NamedOnnxValue", "ModelGen, static Predict"];

    public static void Run()
    {
        // Before the first static call: the sides must have the same threads.
        Digits.DefaultOptions = Sessions.ModelGen;
        EfficientNet.DefaultOptions = Sessions.ModelGen;
#if RESNET50
        ResNet50.DefaultOptions = Sessions.ModelGen;
#endif
        Print("digits", () => new DigitsSides(), calls: 20, rounds: 480);
        Print("efficientnet-lite0", () => new EfficientNetSides(), calls: 1, rounds: 64);
#if RESNET50
        Print("resnet50", () => new ResNet50Sides(), calls: 1, rounds: 32);
#endif
    }

    private static void Print(string model, Func<Sides> load, int calls, int rounds)
    {
        List<double>[] times = [[], [], [], []];
        long[] bytes = new long[4];
        foreach (int[] order in s_orders)
        {
            using Sides sides = load();
            Func<float>[] all = [sides.Bound, sides.Rented, sides.Named, sides.Static];
            Warm(all, order, calls);
            for (int round = 0; round < rounds; round++)
            {
                foreach (int side in s_orders[round % s_orders.Length])
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    long start = Stopwatch.GetTimestamp();
                    for (int i = 0; i < calls; i++)
                        all[side]();
                    times[side].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls);
                    bytes[side] += GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }
        }
        Console.WriteLine($"{model} ({s_orders.Length} loads, {times[0].Count} rounds of {calls} calls a side)");
        for (int side = 0; side < times.Length; side++)
            Console.WriteLine(Row(side, times, bytes[side] / ((double)times[side].Count * calls)));
    }

    private static void Warm(Func<float>[] all, int[] order, int calls)
    {
        float expected = all[order[0]]();
        for (int i = 0; i < 10 * calls; i++)
        {
            foreach (int side in order)
            {
                if (all[side]() is var result && Math.Abs(result - expected) > 1e-5f)
                    throw new InvalidOperationException($"{s_names[side]} computes something else: {result} for {expected}.");
            }
        }
    }

    private static string Row(int side, List<double>[] times, double bytes)
    {
        double[] ratios = [.. times[side].Zip(times[0], (time, baseline) => time / baseline)];
        return string.Create(CultureInfo.InvariantCulture,
            $"  {s_names[side],-24} median {Quantile(times[side], 0.5),9:N1} µs   ratio of medians {Of(0.5):0.000}   of best tenths {Of(0.1):0.000}   median of ratios {Quantile(ratios, 0.5):0.000}   {bytes,6:N0} B/call");

        double Of(double q) => Quantile(times[side], q) / Quantile(times[0], q);
    }

    private static double Quantile(IReadOnlyCollection<double> values, double q) => values.Order().ElementAt((int)(q * (values.Count - 1)));
}
