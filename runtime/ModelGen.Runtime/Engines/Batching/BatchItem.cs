using System.Diagnostics;

namespace ModelGen.Engines;

/// <summary>One item on its way through a batch: it is the task that its caller awaits.</summary>
/// <remarks>Continuations are the caller's code; none runs on the thread that completes the item.</remarks>
internal sealed class BatchItem<TItem, TResult>(TItem item, long arrived)
    : TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously), ILink<BatchItem<TItem, TResult>>
{
    private CancellationTokenRegistration _registration;

    public TItem Item { get; } = item;

    /// <summary>When it came, as a timestamp of the batcher's clock.</summary>
    public long Arrived { get; } = arrived;

    /// <summary>The caller's span; none while nobody listens.</summary>
    public ActivityContext Span { get; } = Spans.AreWanted && Activity.Current is { } current ? current.Context : default;

    public BatchItem<TItem, TResult>? Next { get; set; }

    public BatchItem<TItem, TResult>? Previous { get; set; }

    public bool IsQueued { get; set; }

    /// <summary>Cancels the item with the token. To be called before anybody else knows the item.</summary>
    public void CancelWith(Batcher<TItem, TResult> batcher, CancellationToken cancellationToken) => _registration = cancellationToken.UnsafeRegister(
        (state, token) =>
        {
            var item = (BatchItem<TItem, TResult>)state!;
            item.TrySetCanceled(token);
            batcher.Withdraw(item);
        },
        this);

    /// <summary>Gives the caller its result.</summary>
    public void Succeed(TResult result)
    {
        TrySetResult(result);
        _registration.Dispose();
    }

    /// <summary>Gives the caller an error.</summary>
    public void Fail(Exception error)
    {
        TrySetException(error);
        _registration.Dispose();
    }
}
