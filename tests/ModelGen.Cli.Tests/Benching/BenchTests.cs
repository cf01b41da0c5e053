using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using ModelGen.Onnx;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

public class BenchTests
{
    [Fact]
    public async Task TheObjectHasPercentilesInOrderThroughputAndAllocations()
    {
        JsonElement json = (await CliRun.Of("bench", CliRun.Digits, "--dim", "batch=2", "--seconds", "0.2", "--json")).Fine().Json();

        Assert.Equal(
            ["model", "provider", "inputs", "warmup_runs", "runs", "seconds", "complete", "latency_ms", "throughput_per_second", "allocated_bytes_per_run", "outputs_bound"],
            json.EnumerateObject().Select(property => property.Name));
        double[] latencies = [.. new[] { "min", "p50", "p90", "p95", "p99", "max" }.Select(name => json.GetProperty("latency_ms").GetProperty(name).GetDouble())];
        Assert.Equal(latencies.Order(), latencies);
        Assert.InRange(json.GetProperty("latency_ms").GetProperty("mean").GetDouble(), latencies[0], latencies[^1]);
        Assert.InRange(json.GetProperty("runs").GetInt32(), Meter.FewestRuns, int.MaxValue);
        Assert.True(json.GetProperty("complete").GetBoolean());
        Assert.Equal("""[{"name":"image","type":"float32","shape":[2,1,8,8]}]""", JsonSerializer.Serialize(json.GetProperty("inputs")));
    }

    [Fact]
    public async Task RunsOverBoundMemoryAllocateNothingWorthMentioning()
    {
        JsonElement json = (await CliRun.Of("bench", CliRun.Digits, "--dim", "batch=1", "--seconds", "0.2", "--json")).Fine().Json();

        Assert.True(json.GetProperty("outputs_bound").GetBoolean());
        Assert.InRange(json.GetProperty("allocated_bytes_per_run").GetDouble(), 0, 8);
    }

    [Fact]
    public async Task OutputsOfTextAreMeasuredToo()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder()
            .Input("x", GraphBuilder.Tensor(ElementType.String, 2)).Node("Identity", "x", "y").Output("y", GraphBuilder.Tensor(ElementType.String, 2)));

        CliRun run = (await CliRun.Of("bench", path, "--seconds", "0.1")).Fine();

        Assert.Contains("x string 2 of zeros", run.Output, StringComparison.Ordinal);
        Assert.Contains("made anew in each run", run.Output, StringComparison.Ordinal);
        Assert.Contains("p99", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void StoppingGivesWhatWasMeasuredByThen()
    {
        using CancellationTokenSource stop = new();
        Measured measured = new(_ => { });

        Measurement measurement = Meter.Measure(measured, TimeSpan.FromDays(1), _ => stop.Cancel(), stop.Token);

        Assert.False(measurement.Complete);
        Assert.InRange(measurement.Latencies.Count, 1, int.MaxValue);
        Assert.Equal(measured.Runs, measurement.WarmupRuns + measurement.Latencies.Count);
    }

    [Fact]
    public void ATimeThatIsOverAtOnceStillGivesAFewRuns()
    {
        Measurement measurement = Meter.Measure(new Measured(_ => { }), TimeSpan.FromTicks(1), _ => { }, CancellationToken.None);

        Assert.True(measurement.Complete);
        Assert.Equal(Meter.FewestRuns, measurement.Latencies.Count);
    }

    [Fact]
    public void AllocationsAreThoseOfTheRunsAlone()
    {
        object? kept = null;
        Measurement measurement = Meter.Measure(new Measured(_ => kept = new byte[1000]), TimeSpan.FromTicks(1), _ => { }, CancellationToken.None);

        Assert.NotNull(kept);
        Assert.InRange(measurement.AllocatedPerRun, 1000, 1100);
    }

    [Fact]
    public void APercentileIsTheSmallestThatSoManyDoNotExceed() => Gen.Int[1, 1000].Array[1, 200].Select(Gen.Double[0, 100]).Sample((ticks, percent) =>
    {
        double value = new Latencies(ticks.Select(tick => (long)tick)).Percentile(percent);
        double[] sorted = [.. ticks.Select(tick => tick * 1000.0 / Stopwatch.Frequency).Order()];
        return sorted.Contains(value)
            && sorted.Count(other => other <= value) >= percent / 100 * ticks.Length - 1e-9
            && sorted.Count(other => other < value) < Math.Max(1, percent / 100 * ticks.Length + 1e-9);
    });

    private sealed class Measured(Action<int> run) : IMeasured
    {
        public int Runs { get; private set; }

        public void Run() => run(++Runs);
    }
}
