namespace ModelGen.Engines;

/// <summary>What a <see cref="Batcher{TItem, TResult}"/> has to know of a model.</summary>
/// <typeparam name="TItem">What goes in.</typeparam>
/// <typeparam name="TResult">What comes out.</typeparam>
internal interface IBatchWork<TItem, TResult>
{
    /// <summary>Rents a call for so many items, in a turn that was given.</summary>
    CallLease Rent(Backend turn, int count);

    /// <summary>Writes one item into its place. May be called from several threads at once, for different places.</summary>
    void Write(TItem item, in CallLease call, int index);

    /// <summary>Reads one item's result.</summary>
    TResult Read(in CallLease call, int index);

    /// <summary>What it takes to write an item, in numbers or pixels touched: whether several threads are worth their while.</summary>
    long Effort(TItem item);
}
