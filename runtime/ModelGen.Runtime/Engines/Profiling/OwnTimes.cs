namespace ModelGen.Engines;

/// <summary>Takes the time of nodes inside loops and branches off the time of those that contain them, so that nothing counts twice.</summary>
internal static class OwnTimes
{
    /// <summary>Each event's microseconds without those of events within it on the same thread, in the events' order.</summary>
    public static long[] Of(IReadOnlyList<TraceEvent> events)
    {
        long[] own = [.. events.Select(@event => @event.Duration)];
        foreach (IGrouping<long, int> thread in Enumerable.Range(0, events.Count).GroupBy(i => events[i].ThreadId))
        {
            Stack<int> open = new();
            // Of two that begin at once, the longer one holds the other.
            foreach (int i in thread.OrderBy(i => events[i].Start).ThenByDescending(i => events[i].Duration))
            {
                while (open.TryPeek(out int top) && events[top].End < events[i].End)
                    open.Pop();
                if (open.TryPeek(out int parent) && events[parent].Start <= events[i].Start && events[i].Duration > 0)
                    own[parent] = Math.Max(0, own[parent] - events[i].Duration);
                open.Push(i);
            }
        }
        return own;
    }
}
