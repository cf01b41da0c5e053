using System.Diagnostics;
using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>What the batcher gains: callers that send one picture after the other, with and without it, in turns of some tens of milliseconds.</summary>
internal static class BatchingComparison
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "batching";

    private const int Rounds = 31;
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(60);
    private static readonly int[] s_callers = [1, 2, 4, 16, 64];

    public static void Run()
    {
        using Digits alone = new(Sessions.ModelGen);
        using Digits together = new(Sessions.ModelGen with { Batching = new BatchingOptions { MaxBatch = 64 } });
        Image picture = new(8, 8, PixelFormat.Gray8);
        Func<Task>[] sides =
        [
            () => alone.RunAsync(picture),
            () => together.RunAsync(picture),
        ];
        foreach (int callers in s_callers)
            Print(callers, sides);
        foreach (int callers in s_callers)
            PrintThreads(callers, alone);
    }

    private static void Print(int callers, Func<Task>[] sides)
    {
        List<double>[] rates = [[], []];
        List<double>[] latencies = [[], []];
        for (int round = -3; round < Rounds; round++)
        {
            for (int turn = 0; turn < 2; turn++)
            {
                int side = (turn + round & 1) == 0 ? 0 : 1;
                (double rate, double[] times) = Measure(callers, sides[side]).GetAwaiter().GetResult();
                if (round < 0)
                    continue;
                rates[side].Add(rate);
                latencies[side].AddRange(times);
            }
        }
        double gain = Median(rates[1].Zip(rates[0], (with, without) => with / without));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{callers,3} tasks: {Median(rates[0]),9:N0} /s alone, {Median(rates[1]),9:N0} /s batched, gain {gain:0.00}; latency in µs, median and 99th percentile: {Quantile(latencies[0], 0.5):N0}, {Quantile(latencies[0], 0.99):N0} alone; {Quantile(latencies[1], 0.5):N0}, {Quantile(latencies[1], 0.99):N0} batched"));
    }

    private static async Task<(double Rate, double[] Microseconds)> Measure(int callers, Func<Task> call)
    {
        long start = Stopwatch.GetTimestamp();
        List<double>[] times = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            List<double> mine = new(10_000);
            while (Stopwatch.GetElapsedTime(start) < s_turn)
            {
                long before = Stopwatch.GetTimestamp();
                await call();
                mine.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            }
            return mine;
        })));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] all = [.. times.SelectMany(each => each)];
        return (all.Length / seconds, all);
    }

    private static void PrintThreads(int callers, Digits model)
    {
        float[] numbers = new float[64];
        using BoundLoops byHand = new(callers);
        List<double>[] rates = [[], []];
        for (int round = -3; round < Rounds; round++)
        {
            for (int turn = 0; turn < 2; turn++)
            {
                int side = (turn + round & 1) == 0 ? 0 : 1;
                double rate = MeasureThreads(callers, side == 0 ? caller => byHand.Call(caller, numbers) : _ => Rented(model, numbers));
                if (round >= 0)
                    rates[side].Add(rate);
            }
        }
        double ratio = Median(rates[1].Zip(rates[0], (ours, hand) => ours / hand));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{callers,3} threads: rented calls against a binding by hand for each thread, throughput ratio {ratio:0.00}"));
    }

    private static void Rented(Digits model, float[] numbers)
    {
        using Digits.Call call = model.Rent(1);
        numbers.CopyTo(call.Image.Span);
        call.Run();
    }

    private static double MeasureThreads(int callers, Action<int> call)
    {
        long count = 0;
        long start = Stopwatch.GetTimestamp();
        Thread[] threads = [.. Enumerable.Range(0, callers).Select(caller => new Thread(() =>
        {
            long mine = 0;
            while (Stopwatch.GetElapsedTime(start) < s_turn)
            {
                call(caller);
                mine++;
            }
            Interlocked.Add(ref count, mine);
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => Quantile([.. values], 0.5);

    private static double Quantile(List<double> values, double q) => values.Order().ElementAt((int)(q * (values.Count - 1)));
}
