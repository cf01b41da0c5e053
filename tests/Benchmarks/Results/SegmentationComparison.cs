using System.Diagnostics;

namespace ModelGen.Benchmarks;

/// <summary>
/// The cases of <see cref="SegmentationBenchmarks"/> in turns within one process: each round gives a ratio to the sum of the scores,
/// and the median of the rounds holds still where times do not.
/// </summary>
internal static class SegmentationComparison
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "segmentation";

    private const int Rounds = 31;

    /// <summary>Calls of one case in a round; the fastest counts.</summary>
    private const int Calls = 3;

    /// <summary>Calls before measuring, enough for the last tier of the compiler.</summary>
    private const int Warmup = 40;

    /// <summary>Compares and prints a table.</summary>
    public static void Run()
    {
        SegmentationBenchmarks cases = new();
        (string Name, Action Call)[] all =
        [
            ("sum of the scores", () => cases.Sum()),
            ("label map, C×H×W", () => cases.PlanarLabels()),
            ("label map and colours, C×H×W", () => cases.Planar()),
            ("label map and colours, H×W×C", () => cases.Interleaved()),
            ("loop over pixels, C×H×W", () => cases.Loop()),
        ];
        foreach ((_, Action call) in all)
        {
            for (int i = 0; i < Warmup; i++) call();
        }

        double[][] milliseconds = [.. all.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < all.Length; i++) milliseconds[i][round] = Fastest(all[i].Call);
        }

        Console.WriteLine($"{"",-30} {"least ms",9} {"median ms",10} {"this / sum",11} {"quartiles",12}");
        for (int i = 0; i < all.Length; i++)
        {
            double[] ratios = [.. milliseconds[i].Zip(milliseconds[0], (own, sum) => own / sum).Order()];
            double[] times = [.. milliseconds[i].Order()];
            Console.WriteLine($"{all[i].Name,-30} {times[0],9:F2} {times[Rounds / 2],10:F2} {ratios[Rounds / 2],11:F2} {ratios[Rounds / 4],7:F2}–{ratios[3 * Rounds / 4]:F2}");
        }
    }

    private static double Fastest(Action call)
    {
        double fastest = double.MaxValue;
        for (int i = 0; i < Calls; i++)
        {
            long start = Stopwatch.GetTimestamp();
            call();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return fastest;
    }
}
