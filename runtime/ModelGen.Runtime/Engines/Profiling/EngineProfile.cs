using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>Where a model's time goes, from ONNX Runtime's own profile of some runs.</summary>
/// <remarks>ONNX Runtime counts whole microseconds, so that the time of very small nodes is rough. Profiling itself makes runs slower.</remarks>
public sealed class EngineProfile
{
    private readonly ImmutableArray<TraceEvent> _events;

    internal EngineProfile(string model, ImmutableArray<TraceEvent> events) => (Model, _events) = (model, events);

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The time of each run that counts, in their order.</summary>
    public required ImmutableArray<TimeSpan> Runs { get; init; }

    /// <summary>Phases before the runs.</summary>
    public required ImmutableArray<PhaseTiming> Phases { get; init; }

    /// <summary>The nodes, the slowest first.</summary>
    public required ImmutableArray<NodeTiming> Nodes { get; init; }

    /// <summary>The operators, the slowest first.</summary>
    public required ImmutableArray<GroupTiming> Operators { get; init; }

    /// <summary>What computed, the slowest first.</summary>
    public required ImmutableArray<GroupTiming> Providers { get; init; }

    /// <summary>Entries of ONNX Runtime's profile that could not be read, as those of nodes with a quotation mark in their name; their time is missing above.</summary>
    public required int UnreadableEvents { get; init; }

    /// <summary>The mean time of a run.</summary>
    public TimeSpan MeanRun => Runs.IsEmpty ? TimeSpan.Zero : TimeSpan.FromTicks((long)Runs.Average(run => run.Ticks));

    /// <summary>Writes everything that was recorded, warm-up too, as a trace that Perfetto (ui.perfetto.dev) and chrome://tracing open.</summary>
    /// <remarks>JSON of the Trace Event Format: times in microseconds, a slice for each node and run.</remarks>
    public void WriteTrace(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        TraceWriter.Write(stream, Model, _events);
    }
}
