using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>How long callers wait for their results at four fifths of what the machine can do: ModelGen's rented call against one by hand, in turns.</summary>
/// <remarks>Calls come at random, whether or not earlier ones are done, and their latency counts from when they should have come: a slow call can't hide those behind it.</remarks>
internal static class LatencyUnderLoad
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "latency";

    private const double Load = 0.8;
    private const int Rounds = 9;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(4);
    private static readonly HandConfiguration s_byHand = new(Threads: 1, Spins: false, AtOnce: null);

    public static void Run(string[] models)
    {
        // The thread that sends calls must not need a processor for itself: so networks that take milliseconds only.
        foreach (LoadCase model in LoadCase.Chosen(models).Where(model => model.TakesMilliseconds))
        {
            using HandServer byHand = new(model.Info, model.InputDims, model.OutputDims, s_byHand);
            using LoadedCase ours = model.Load(new ModelOptions { IntraOpThreads = 1 });
            (string Name, Action Call)[] sides = [("by hand", () => byHand.Call(model.Numbers)), ("ModelGen, rented call", ours.Call)];
            double[][] p50 = [new double[Rounds], new double[Rounds]];
            double[][] p99 = [new double[Rounds], new double[Rounds]];
            double[][] alone = [new double[Rounds], new double[Rounds]];
            for (int round = -1; round < Rounds; round++)
            {
                // What the machine can do changes from minute to minute: measured by hand before each pair of turns, and the same load for both.
                double capacity = Callers.Rate(Environment.ProcessorCount, TimeSpan.FromSeconds(1), sides[0].Call);
                for (int turn = 0; turn < 2; turn++)
                {
                    int side = turn ^ (round & 1);
                    double[] latencies = Measure(Load * capacity, sides[side].Call, seed: Math.Max(round, 0));
                    if (round < 0)
                        continue;
                    double call = Environment.ProcessorCount / capacity;
                    (p50[side][round], p99[side][round], alone[side][round]) = (Quantiles.Median(latencies), Quantiles.At(latencies, 0.99), call);
                }
            }
            Console.WriteLine($"{model.Name} at {Load:P0} of the throughput of {Environment.ProcessorCount} callers");
            for (int side = 0; side < sides.Length; side++)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {sides[side].Name,-24} median {Over(p50[side], alone[side]):0.00} and 99th percentile {Over(p99[side], alone[side]):0.00} times a call without waiting; against by hand {Over(p50[side], p50[0]):0.000} and {Over(p99[side], p99[0]):0.000}"));
            }
        }
    }

    private static double Over(double[] values, double[] others) => Quantiles.Median([.. values.Zip(others, (value, other) => value / other)]);

    // Seconds of each call.
    private static double[] Measure(double rate, Action call, int seed)
    {
        Random random = new(seed);
        ConcurrentBag<double> latencies = [];
        using BlockingCollection<long> due = new();
        Thread[] servers = [.. Enumerable.Range(0, 16).Select(_ => new Thread(() =>
        {
            foreach (long time in due.GetConsumingEnumerable())
            {
                call();
                latencies.Add(Stopwatch.GetElapsedTime(time).TotalSeconds);
            }
        }))];
        foreach (Thread server in servers)
            server.Start();
        long start = Stopwatch.GetTimestamp();
        // The times between calls of independent callers are exponentially distributed.
        for (double at = 0; at < s_turn.TotalSeconds; at -= Math.Log(1 - random.NextDouble()) / rate)
        {
            long time = start + (long)(at * Stopwatch.Frequency);
            while (Stopwatch.GetTimestamp() is var now && now < time)
                Thread.Sleep(TimeSpan.FromSeconds((time - now) / (double)Stopwatch.Frequency));
            due.Add(time);
        }
        due.CompleteAdding();
        foreach (Thread server in servers)
            server.Join();
        return [.. latencies];
    }
}
