namespace ModelGen.Engines;

/// <summary>How waiting for a turn ended.</summary>
internal enum Turn
{
    /// <summary>The waiter has its turn, and must give it back with <see cref="CallGate.Exit"/>.</summary>
    Given,
    /// <summary>The time was up.</summary>
    TimedOut,
    /// <summary>As many wait already as may.</summary>
    QueueFull,
    /// <summary>Nobody is served any more.</summary>
    Closed,
}
