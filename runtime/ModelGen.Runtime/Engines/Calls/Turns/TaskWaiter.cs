namespace ModelGen.Engines;

/// <summary>An asynchronous call that waits for its turn without a thread.</summary>
internal sealed class TaskWaiter : Waiter
{
    // Continuations are users' code and must not run under the gate's lock.
    private readonly TaskCompletionSource<Turn> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Turn> Task => _told.Task;

    public override void Tell(Turn turn) => _told.TrySetResult(turn);

    public void Cancel(CancellationToken cancellationToken) => _told.TrySetCanceled(cancellationToken);
}
