namespace ModelGen.Engines;

/// <summary>Waiters in the order in which they came. For one thread at a time; nothing is allocated.</summary>
internal sealed class WaiterQueue
{
    private Waiter? _last;

    /// <summary>The one that has waited longest.</summary>
    public Waiter? First { get; private set; }

    /// <summary>Puts a waiter at the end.</summary>
    public void Add(Waiter waiter)
    {
        waiter.Previous = _last;
        waiter.Next = null;
        waiter.IsQueued = true;
        if (_last is null)
            First = waiter;
        else
            _last.Next = waiter;
        _last = waiter;
    }

    /// <summary>Takes a waiter out, wherever it stands.</summary>
    public void Remove(Waiter waiter)
    {
        if (waiter.Previous is null)
            First = waiter.Next;
        else
            waiter.Previous.Next = waiter.Next;
        if (waiter.Next is null)
            _last = waiter.Previous;
        else
            waiter.Next.Previous = waiter.Previous;
        waiter.Next = waiter.Previous = null;
        waiter.IsQueued = false;
    }
}
