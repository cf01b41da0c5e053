using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>Several contexts answer several threads rightly; how many calls a second is told.</summary>
internal sealed class Contexts : ICheck
{
    public string Name => "contexts";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        List<string> words = [];
        foreach (int contexts in new[] { 1, 2, 4 })
        {
            ModelOptions options = bench.OnTensorRT(model);
            using Engine engine = bench.Load(model.Info, options with { TensorRT = options.TensorRT with { Contexts = contexts } });
            double rate = Rate(bench, model, engine, contexts);
            bench.Report.Time($"{model.Name}/contexts-{contexts}-per-call", 1000 / rate);
            words.Add(FormattableString.Invariant($"{contexts}: {rate:0}"));
        }
        return $"contexts, and calls a second from as many threads: {string.Join(", ", words)}";
    }

    private static double Rate(Bench bench, CheckModel model, Engine engine, int threads)
    {
        TimeSpan time = TimeSpan.FromSeconds(bench.Settings.Quick ? 0.5 : 3);
        byte[][][] inputs = [.. Enumerable.Range(0, threads).Select(seed => Runner.Inputs(model.Info, seed))];
        byte[][][] expected = [.. inputs.Select(input => Runner.Run(engine, input))];
        for (int i = 0; i < threads; i++)
            Tolerance.Check($"input {i}", Difference.Between(model.Info, bench.Expected(model, model.Info, inputs[i]), expected[i]), Tolerance.TenBits);
        long[] calls = new long[threads];
        long start = Stopwatch.GetTimestamp();
        Task[] callers = [.. Enumerable.Range(0, threads).Select(i => Task.Factory.StartNew(() =>
        {
            byte[][] outputs = Runner.Outputs(model.Info);
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                Runner.Run(engine, inputs[i], outputs);
                calls[i]++;
            }
            Tolerance.Check($"thread {i}", Difference.Between(model.Info, expected[i], outputs), Tolerance.Exact);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        // Its own exception, not a bundle of them, becomes the report's line.
        Task.WhenAll(callers).GetAwaiter().GetResult();
        return calls.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
