using System.Diagnostics;

namespace ModelGen.Engines;

/// <summary>The work on batches, one after the other as long as there are some.</summary>
internal sealed partial class Batcher<TItem, TResult>
{
    // Some tens of microseconds of preprocessing, which is what it costs to wake other threads: 65,536 pixels at about one a nanosecond.
    private const long EffortWorthThreads = 1 << 16;

    private async Task WorkAsync()
    {
        List<BatchItem<TItem, TResult>> batch = [];
        TimeSpan? duration;
        do
        {
            duration = null;
            try
            {
                // Items are taken only when the turn has come, so that they gather as long as the model is busy.
                Backend turn = await _engine.EnterAsync(int.MaxValue, start: 0, CancellationToken.None).ConfigureAwait(false);
                Take(batch);
                long start = _clock.GetTimestamp();
                Run(turn, batch);
                duration = _clock.GetElapsedTime(start);
            }
            catch (Exception error)
            {
                // No turn, or a batch that failed as a whole: whoever was in it, or would have been, is told.
                if (batch.Count == 0)
                    Take(batch);
                // None are left when the model has been disposed: they have been told then.
                if (batch.Count > 0)
                    _engine.Logger.BatchFailed(_engine.Info.Name, batch.Count, error);
                foreach (BatchItem<TItem, TResult> item in batch)
                    item.Fail(error);
            }
        }
        while (GoesOn(batch, duration));
    }

    private void Take(List<BatchItem<TItem, TResult>> batch)
    {
        lock (_lock)
        {
            int largest = Largest;
            while (batch.Count < largest && _queue.First is { } item)
            {
                _queue.Remove(item);
                batch.Add(item);
            }
            _inFlight += batch.Count;
        }
    }

    private bool GoesOn(List<BatchItem<TItem, TResult>> done, TimeSpan? duration)
    {
        lock (_lock)
        {
            if (duration is { } took && done.Count > 0)
                _policy.Took(took);
            _inFlight -= done.Count;
            done.Clear();
            _running--;
            return TryStart();
        }
    }

    private void Run(Backend turn, List<BatchItem<TItem, TResult>> batch)
    {
        if (batch.Count == 0)
        {
            turn.Discard(null);
            return;
        }
        using Activity? span = Watch(batch);
        using CallLease call = _work.Rent(turn, batch.Count);
        Write(batch, call);
        if (batch.TrueForAll(item => item.Task.IsCompleted))
            return;
        call.Run(CancellationToken.None);
        for (int i = 0; i < batch.Count; i++)
            Read(batch[i], call, i);
    }

    private Activity? Watch(List<BatchItem<TItem, TResult>> batch)
    {
        Metrics.BatchSize.Record(batch.Count, _engine.ModelTag, _engine.ProviderTag);
        if (Metrics.WaitDuration.Enabled)
        {
            foreach (BatchItem<TItem, TResult> item in batch)
                Metrics.WaitDuration.Record(_clock.GetElapsedTime(item.Arrived).TotalSeconds, _engine.ModelTag, _engine.ProviderTag);
        }
        return Spans.AreWanted ? Spans.StartBatch(_engine, batch.Select(item => item.Span).Where(span => span != default), batch.Count) : null;
    }

    private void Write(List<BatchItem<TItem, TResult>> batch, CallLease call)
    {
        long effort = 0;
        foreach (BatchItem<TItem, TResult> item in batch)
            effort += _work.Effort(item.Item);
        if (batch.Count > 1 && effort >= EffortWorthThreads)
        {
            Parallel.For(0, batch.Count, i => Write(batch[i], call, i));
            return;
        }
        for (int i = 0; i < batch.Count; i++)
            Write(batch[i], call, i);
    }

    // A bad item fails alone: the network runs over what is in its place, and nobody reads that.
    private void Write(BatchItem<TItem, TResult> item, in CallLease call, int index)
    {
        if (item.Task.IsCompleted)
            return;
        try
        {
            _work.Write(item.Item, call, index);
        }
        catch (Exception error)
        {
            item.Fail(error);
        }
    }

    private void Read(BatchItem<TItem, TResult> item, in CallLease call, int index)
    {
        if (item.Task.IsCompleted)
            return;
        try
        {
            item.Succeed(_work.Read(call, index));
        }
        catch (Exception error)
        {
            item.Fail(error);
        }
    }
}
