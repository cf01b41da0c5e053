namespace ModelGen.Engines;

/// <summary>One that waits for its turn: a link of its gate's queue. Everything here belongs to the gate's lock.</summary>
internal abstract class Waiter : ILink<Waiter>
{
    public Waiter? Next { get; set; }

    public Waiter? Previous { get; set; }

    /// <summary>Whether it waits; false again as soon as it has been told how that ended.</summary>
    public bool IsQueued { get; set; }

    /// <summary>When it gives up, as a timestamp of the gate's clock.</summary>
    public long Deadline { get; set; }

    /// <summary>Says how the waiting ended. Called once, under the lock, so it must not run anybody's code.</summary>
    public abstract void Tell(Turn turn);
}
