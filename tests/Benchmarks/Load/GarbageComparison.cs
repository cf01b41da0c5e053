using System.Diagnostics;
using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>What the garbage collector has to do while four callers call without a pause: a rented call against what most C# code does.</summary>
internal static class GarbageComparison
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "garbage";

    private const int Callers = 4;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(2);
    private const int Rounds = 5;

    public static void Run(string[] models)
    {
        foreach (LoadCase model in LoadCase.Chosen(models))
        {
            using LoadedCase rented = model.Load(Sessions.ModelGen);
            using NamedValueLoop named = new(model.Info, [.. model.InputDims.Select(dim => (int)dim)]);
            Dictionary<string, Func<Heap>> sides = new()
            {
                ["ModelGen, rented call"] = () => Heap.Watch(Callers, s_turn, rented.Call),
                ["NamedOnnxValue"] = () => Heap.Watch(Callers, s_turn, () => named.CallWithTensor(model.Numbers)),
            };
            Dictionary<string, List<Heap>> seen = sides.ToDictionary(side => side.Key, _ => new List<Heap>());
            for (int round = 0; round < Rounds; round++)
            {
                foreach ((string name, Func<Heap> watch) in sides)
                    seen[name].Add(watch());
            }
            Console.WriteLine(model.Name);
            foreach ((string name, List<Heap> heaps) in seen)
                Console.WriteLine($"  {name,-24} {Heap.Together(heaps)}");
        }
    }

    /// <summary>What a turn did to the heap.</summary>
    private sealed record Heap(long Calls, double Seconds, long Bytes, int Young, int Old, TimeSpan Paused)
    {
        public static Heap Watch(int callers, TimeSpan duration, Action call)
        {
            GC.Collect();
            (long bytes, int young, int old, TimeSpan paused) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(0), GC.CollectionCount(2), GC.GetTotalPauseDuration());
            long start = Stopwatch.GetTimestamp();
            double rate = Benchmarks.Callers.Rate(callers, duration, call);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return new Heap((long)(rate * seconds), seconds, GC.GetTotalAllocatedBytes(precise: true) - bytes, GC.CollectionCount(0) - young, GC.CollectionCount(2) - old, GC.GetTotalPauseDuration() - paused);
        }

        public static Heap Together(IReadOnlyCollection<Heap> all) => new(all.Sum(each => each.Calls), all.Sum(each => each.Seconds), all.Sum(each => each.Bytes), all.Sum(each => each.Young), all.Sum(each => each.Old),
            TimeSpan.FromTicks(all.Sum(each => each.Paused.Ticks)));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Calls / Seconds,10:N1} calls/s, {Bytes / (double)Calls,10:N0} B/call, {1000.0 * Young / Calls:0.000} collections in 1,000 calls, of them {1000.0 * Old / Calls:0.000} full, {Paused / TimeSpan.FromSeconds(Seconds):0.00 %} of the time paused, {Paused.TotalMicroseconds / Calls:0.00} µs of pause a call");
    }
}
