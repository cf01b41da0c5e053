using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>Sums the events of a profile up.</summary>
internal static class ProfileBuilder
{
    /// <summary>Makes a profile of events.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="events">All events, in any order.</param>
    /// <param name="warmup">Runs at the beginning that do not count.</param>
    /// <param name="unreadable">Entries that could not be read.</param>
    public static EngineProfile Build(string model, IReadOnlyCollection<TraceEvent> events, int warmup, int unreadable)
    {
        TraceEvent[] runs = [.. events.Where(@event => @event.IsRun).OrderBy(@event => @event.Start)];
        TraceEvent[] counted = [.. runs.Skip(warmup)];
        // Runs come one after the other: what began after the last one for warming up belongs to those that count.
        long from = counted.Length > 0 ? counted[0].Start : long.MaxValue;
        List<TraceEvent> nodes = [.. events.Where(@event => @event.IsNode && @event.Start >= from)];
        long[] own = OwnTimes.Of(nodes);
        double all = Math.Max(1, own.Sum());

        (TraceEvent Event, long Own)[] timed = [.. nodes.Zip(own)];
        return new EngineProfile(model, [.. events])
        {
            Runs = [.. counted.Select(run => Time(run.Duration))],
            Phases = [.. events.Where(@event => @event is { Category: "Session" } && (runs.Length == 0 || @event.End <= runs[0].Start))
                .OrderBy(@event => @event.Start).Select(@event => new PhaseTiming(@event.Name, Time(@event.Duration)))],
            Nodes = [.. timed.GroupBy(node => (node.Event.Name, node.Event.Operator, node.Event.Provider)).Select(group => Node([.. group], all))
                .OrderByDescending(node => node.Total).ThenBy(node => node.Name, StringComparer.Ordinal)],
            Operators = Groups(timed, node => node.Operator, all),
            Providers = Groups(timed, node => node.Provider, all),
            UnreadableEvents = unreadable,
        };
    }

    private static NodeTiming Node((TraceEvent Event, long Own)[] calls, double all)
    {
        TraceEvent first = calls[0].Event;
        long total = calls.Sum(call => call.Own);
        return new NodeTiming(first.Name, first.Operator, first.Provider, calls.Length, Time(total), total / all, first.Inputs, first.Outputs);
    }

    private static ImmutableArray<GroupTiming> Groups((TraceEvent Event, long Own)[] nodes, Func<TraceEvent, string> key, double all) =>
        [.. nodes.GroupBy(node => key(node.Event)).Select(group => Group(group.Key, [.. group], all))
            .OrderByDescending(group => group.Total).ThenBy(group => group.Name, StringComparer.Ordinal)];

    private static GroupTiming Group(string name, (TraceEvent Event, long Own)[] calls, double all)
    {
        long total = calls.Sum(call => call.Own);
        int nodes = calls.Select(call => (call.Event.Name, call.Event.Operator, call.Event.Provider)).Distinct().Count();
        return new GroupTiming(name, nodes, calls.Length, Time(total), total / all);
    }

    private static TimeSpan Time(long microseconds) => TimeSpan.FromTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
