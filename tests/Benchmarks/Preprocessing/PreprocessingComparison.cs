using System.Diagnostics;

namespace ModelGen.Benchmarks;

/// <summary>
/// The cases of <see cref="PreprocessingBenchmarks"/> in turns within one process, so that what else the machine does meets all of them:
/// each round gives a ratio to SkiaSharp, and the median of the rounds holds still where times do not.
/// </summary>
internal static class PreprocessingComparison
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "preprocessing";

    private const int Rounds = 101;

    /// <summary>Calls of one case in a round; the fastest counts. The first ones bring the picture back into the caches.</summary>
    private const int Calls = 6;

    /// <summary>Calls before measuring, enough for the last tier of the compiler.</summary>
    private const int Warmup = 200;

    /// <summary>Compares and prints a table.</summary>
    public static void Run()
    {
        using var cases = new PreprocessingBenchmarks();
        (string Name, Func<float[]> Call)[] all =
        [
            ("SkiaSharp linear + loop", cases.SkiaLinear),
            ("SkiaSharp linear, mipmaps + loop", cases.SkiaMipmaps),
            ("ModelGen linear (OpenCV), RGBA", cases.LinearRgba),
            ("ModelGen bilinear, RGB", cases.Bilinear),
            ("ModelGen bilinear, RGBA", cases.BilinearRgba),
            ("ModelGen bicubic, RGB", cases.Bicubic),
            ("ModelGen bilinear 256, centre 224", cases.Cropped),
        ];
        foreach ((_, Func<float[]> call) in all)
        {
            for (int i = 0; i < Warmup; i++) call();
        }

        var milliseconds = new double[all.Length][];
        for (int i = 0; i < all.Length; i++) milliseconds[i] = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < all.Length; i++) milliseconds[i][round] = Fastest(all[i].Call);
        }

        Console.WriteLine($"{"",-34} {"least ms",9} {"median ms",10} {"Skia / this",12} {"quartiles",14} {"bytes/call",11}");
        for (int i = 0; i < all.Length; i++)
        {
            double[] ratios = [.. milliseconds[0].Zip(milliseconds[i], (skia, own) => skia / own).Order()];
            double[] times = [.. milliseconds[i].Order()];
            Console.WriteLine(
                $"{all[i].Name,-34} {times[0],9:F3} {times[Rounds / 2],10:F3} {ratios[Rounds / 2],12:F2} " +
                $"{ratios[Rounds / 4],7:F2}–{ratios[3 * Rounds / 4]:F2} {Allocated(all[i].Call),11}");
        }
    }

    private static double Fastest(Func<float[]> call)
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

    private static long Allocated(Func<float[]> call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++) call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
