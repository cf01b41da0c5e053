using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>All that the reports of <c>bench</c> show.</summary>
/// <param name="Path">The model as it was given.</param>
/// <param name="Provider">What computed, as on the command line.</param>
/// <param name="Feeds">What went in.</param>
/// <param name="Bound">Whether the outputs' memory was bound once.</param>
/// <param name="Measurement">What was measured.</param>
internal sealed record BenchReport(string Path, string Provider, IReadOnlyList<Feed> Feeds, bool Bound, Measurement Measurement)
{
    /// <summary>The statistics in milliseconds, in the order in which they are shown.</summary>
    internal IEnumerable<(string Name, double Milliseconds)> Latencies =>
    [
        ("min", Measurement.Latencies.Percentile(0)),
        ("mean", Measurement.Latencies.Mean),
        ("p50", Measurement.Latencies.Percentile(50)),
        ("p90", Measurement.Latencies.Percentile(90)),
        ("p95", Measurement.Latencies.Percentile(95)),
        ("p99", Measurement.Latencies.Percentile(99)),
        ("max", Measurement.Latencies.Percentile(100)),
    ];

    /// <summary>What went in, in words.</summary>
    internal IEnumerable<string> Inputs => Feeds.Select(feed =>
        $"{Printable.Line(feed.Name, Printable.NameLength)} {feed.Element.ToName()} {Tensors.Shape(feed.Shape)}{(feed.Array is null ? " of zeros" : " from a file")}");
}
