namespace ModelGen.Engines;

/// <summary>A queue that whoever stands in it can leave from any place. For one thread at a time; nothing is allocated.</summary>
/// <typeparam name="T">What stands in it.</typeparam>
internal sealed class LinkedQueue<T> where T : class, ILink<T>
{
    private T? _last;

    /// <summary>The one that has stood longest.</summary>
    public T? First { get; private set; }

    /// <summary>How many stand in it.</summary>
    public int Count { get; private set; }

    /// <summary>Puts one at the end.</summary>
    public void Add(T link)
    {
        link.Previous = _last;
        link.Next = null;
        link.IsQueued = true;
        if (_last is null)
            First = link;
        else
            _last.Next = link;
        _last = link;
        Count++;
    }

    /// <summary>Takes one out, wherever it stands.</summary>
    public void Remove(T link)
    {
        if (link.Previous is null)
            First = link.Next;
        else
            link.Previous.Next = link.Next;
        if (link.Next is null)
            _last = link.Previous;
        else
            link.Next.Previous = link.Previous;
        link.Next = link.Previous = null;
        link.IsQueued = false;
        Count--;
    }
}
