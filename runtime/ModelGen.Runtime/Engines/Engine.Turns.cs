using System.Diagnostics;

namespace ModelGen.Engines;

/// <summary>Turns: who may have a call, and when.</summary>
public sealed partial class Engine
{
    /// <summary>Unloads the model, and completes when the last rented call has been returned and everything is unloaded.</summary>
    /// <remarks>A call that is never returned holds it up, but not for ever: after <see cref="ModelOptions.CallTimeout"/> the unloading is left to that call.</remarks>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            await Task.WhenAll(Unloading()).WaitAsync(_limits.Timeout).ConfigureAwait(false);
            Logger.Unloaded(Info.Name);
        }
        catch (TimeoutException)
        {
            if (Gate.Inside == 0)
                LoadLog.BuildGoesOn(Logger, Info.Name);
            else
                Logger.CallsNotReturned(Info.Name, Gate.Inside, _limits.Timeout.TotalSeconds);
        }
    }

    // A stand-in whose last call still runs is unloaded after it was exchanged.
    private IEnumerable<Task> Unloading()
    {
        yield return Volatile.Read(ref _backend).Unloaded;
        if (_standIn is { } standIn)
            yield return standIn.Unloaded;
        if (_background is { } background)
            yield return background.Completion;
    }

    /// <summary>Waits for a turn on the calling thread. The turn is given back by <see cref="Rent(Backend, ReadOnlySpan{int})"/> or the lease from it.</summary>
    internal Backend Enter(CancellationToken cancellationToken)
    {
        long start = Metrics.WaitDuration.Enabled ? Stopwatch.GetTimestamp() : 0;
        while (true)
        {
            Backend backend = Hold();
            if (backend.Gate.TryEnter())
            {
                if (start != 0)
                    Metrics.WaitDuration.RecordSince(start, this);
                return backend;
            }
            Turn turn = Turn.Closed;
            try
            {
                turn = backend.Gate.Enter(_limits.Timeout, cancellationToken);
            }
            finally
            {
                if (turn != Turn.Given)
                    backend.Release();
            }
            if (HasTurn(turn, backend.Gate, start))
                return backend;
        }
    }

    /// <summary>Waits for a turn without a thread, behind at most <see cref="ModelOptions.MaxQueuedCalls"/> others.</summary>
    internal ValueTask<Backend> EnterAsync(CancellationToken cancellationToken) =>
        EnterAsync(_limits.Queued, Metrics.WaitDuration.Enabled ? Stopwatch.GetTimestamp() : 0, cancellationToken);

    /// <inheritdoc cref="EnterAsync(CancellationToken)"/>
    /// <param name="maxWaiting">Asynchronous calls that may wait, this one included.</param>
    /// <param name="start">Since when it waits, as a timestamp of <see cref="Stopwatch"/>; 0 for a wait that is not recorded.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async ValueTask<Backend> EnterAsync(int maxWaiting, long start, CancellationToken cancellationToken)
    {
        while (true)
        {
            Backend backend = Hold();
            Turn turn = Turn.Closed;
            try
            {
                turn = await backend.Gate.EnterAsync(_limits.Timeout, maxWaiting, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (turn != Turn.Given)
                    backend.Release();
            }
            if (HasTurn(turn, backend.Gate, start))
                return backend;
        }
    }

    // A closed gate is no error: the engine has another backend by now, or has been disposed, which the next look finds out.
    private bool HasTurn(Turn turn, CallGate gate, long start)
    {
        if (start != 0 && turn != Turn.Closed)
            Metrics.WaitDuration.RecordSince(start, this);
        return turn is Turn.Given || (turn is Turn.Closed ? false : throw Busy(turn, gate));
    }

    private ModelBusyException Busy(Turn turn, CallGate gate)
    {
        ModelBusyException error = BusyError.Of(turn, Info, _limits, gate);
        Logger.Busy(Info.Name, gate.Inside, gate.Limit, gate.Waiting);
        Metrics.CountError(this, error);
        return error;
    }

    private Backend Hold()
    {
        while (Volatile.Read(ref _disposed) == 0)
        {
            Backend backend = Volatile.Read(ref _backend);
            if (backend.TryHold())
                return backend;
            // It was exchanged in this very moment: the new one is in place already.
        }
        throw Disposed();
    }

    /// <summary>The error for a call that comes after disposal.</summary>
    internal ObjectDisposedException Disposed() => new(
        Info.Name, $"The model '{Info.Name}' has been disposed. Dispose a shared model only when nobody calls it any more, or make a new instance.");
}
