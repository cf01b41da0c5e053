using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace ModelGen.Benchmarks;

/// <summary>More iterations than <see cref="ShortRun"/>, for sides that differ by percents. A class still takes about a minute.</summary>
internal sealed class LongerRun : ManualConfig
{
    public LongerRun()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(5)
            .WithIterationCount(40)
            .WithIterationTime(TimeInterval.FromMilliseconds(250)));
        AddColumn(StatisticColumn.Median, StatisticColumn.Min);
        HideColumns(Column.Error);
    }
}
