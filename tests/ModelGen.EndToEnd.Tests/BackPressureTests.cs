using ModelGen.EndToEnd.Support;
using ModelGen.Engines;

namespace ModelGen.EndToEnd;

public class BackPressureTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task AsynchronousCallWaitsForItsTurn()
    {
        using Digits model = new(new ModelOptions { MaxCalls = 1 });
        CallLease lease = model.Engine.Rent(1);
        Task<Classification<Digits.Label>>[] calls = [.. Pictures.Digits.ToArray().Select(image => model.RunAsync(image))];
        Assert.All(calls, call => Assert.False(call.IsCompleted));
        lease.Dispose();
        Classification<Digits.Label>[] results = await Task.WhenAll(calls).WaitAsync(s_long);
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => (Digits.Label)digit), results.Select(result => result.Label));
    }

    [Fact]
    public async Task CallsBeyondTheQueueFailAtOnceAndACancelledOneFreesItsPlace()
    {
        using Digits model = new(new ModelOptions { MaxCalls = 1, MaxQueuedCalls = 2 });
        using CancellationTokenSource source = new();
        CallLease lease = model.Engine.Rent(1);
        Task<Classification<Digits.Label>> first = model.RunAsync(Pictures.Digits[1]);
        Task<Classification<Digits.Label>> second = model.RunAsync(Pictures.Digits[2], source.Token);
        ModelBusyException error = await Assert.ThrowsAsync<ModelBusyException>(() => model.RunAsync(Pictures.Digits[3]));
        Assert.Contains("at most 2 calls", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxQueuedCalls", error.Remedy, StringComparison.Ordinal);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(s_long));
        Task<Classification<Digits.Label>> third = model.RunAsync(Pictures.Digits[3]);
        lease.Dispose();
        Assert.Equal(Digits.Label.One, (await first.WaitAsync(s_long)).Label);
        Assert.Equal(Digits.Label.Three, (await third.WaitAsync(s_long)).Label);
    }

    [Fact]
    public async Task CallWithoutATurnInTimeSaysHowManyAreRentedAndWhatToDo()
    {
        using Digits model = new(new ModelOptions { MaxCalls = 2, CallTimeout = TimeSpan.FromMilliseconds(20) });
        using CallLease first = model.Engine.Rent(1);
        using CallLease second = model.Engine.Rent(1);
        ModelBusyException sync = Assert.Throws<ModelBusyException>(() => model.Engine.Rent(1).Dispose());
        ModelBusyException async = await Assert.ThrowsAsync<ModelBusyException>(() => model.RunAsync(Pictures.Digits[0]).WaitAsync(s_long));
        Assert.All([sync, async], error =>
        {
            Assert.Contains("2 of 2 calls still rented", error.Actual, StringComparison.Ordinal);
            Assert.Contains("within 0.02 s", error.Expected, StringComparison.Ordinal);
            Assert.Contains("'digits'", error.Where, StringComparison.Ordinal);
            Assert.Contains("never disposed", error.Remedy, StringComparison.Ordinal);
            Assert.Contains("MaxCalls", error.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void RentAndRunInTurnsNeverExceedTheLimit()
    {
        using Digits model = new(new ModelOptions { MaxCalls = 2 });
        int inside = 0;
        int most = 0;
        OtherThreads.Run(8, thread =>
        {
            for (int i = 0; i < 300; i++)
            {
                using CallLease lease = model.Engine.Rent(1);
                int now = Interlocked.Increment(ref inside);
                if (now > Volatile.Read(ref most))
                    Volatile.Write(ref most, now);
                lease.Run();
                Interlocked.Decrement(ref inside);
            }
        });
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task DisposalEndsCallsThatWaitAndLetsTheRentedOneFinish()
    {
        Digits model = new(new ModelOptions { MaxCalls = 1 });
        CallLease lease = model.Engine.Rent(1);
        Task<Classification<Digits.Label>>[] waiting = [.. Enumerable.Range(0, 5).Select(_ => model.RunAsync(Pictures.Digits[0]))];
        Task disposal = model.DisposeAsync().AsTask();
        foreach (Task<Classification<Digits.Label>> call in waiting)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(s_long));
        Assert.False(disposal.IsCompleted);
        lease.Run();
        Assert.Equal(1, lease.OutputBatch<float, Shape<Dims.N10>>(0).Span.ToArray().Sum(), 1e-4f);
        lease.Dispose();
        await disposal.WaitAsync(s_long);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => model.RunAsync(Pictures.Digits[0]));
    }

    [Fact]
    public async Task LeaseThatIsNeverReturnedHoldsDisposalUpForTheTimeoutOnly()
    {
        Digits model = new(new ModelOptions { CallTimeout = TimeSpan.FromMilliseconds(20) });
        CallLease lost = model.Engine.Rent(1);
        await model.DisposeAsync().AsTask().WaitAsync(s_long);
        // What was left to it is done now.
        lost.Run();
        lost.Dispose();
    }

    [Fact]
    public async Task WaitingCallsHoldNoThreads()
    {
        const int Calls = 1000;
        using Digits model = new(new ModelOptions { MaxCalls = 1, MaxQueuedCalls = Calls });
        CallLease lease = model.Engine.Rent(1);
        Task<Classification<Digits.Label>>[] calls = [.. Enumerable.Range(0, Calls).Select(i => model.RunAsync(Pictures.Digits[i % 10]))];
        // The pool adds a thread only every half second while its threads block, so a sleeping call would hold up this work.
        await Task.Run(() => { }).WaitAsync(s_long);
        Assert.All(calls, call => Assert.False(call.IsCompleted));
        lease.Dispose();
        Assert.Equal(Digits.Label.Nine, (await Task.WhenAll(calls).WaitAsync(s_long))[^1].Label);
    }

    [Fact]
    public async Task DisposalAtAnyMomentGivesEachAsynchronousCallItsResultOrSaysSo()
    {
        for (int round = 0; round < 30; round++)
        {
            Digits model = new(new ModelOptions { MaxCalls = 1 + round % 3 });
            Task<Classification<Digits.Label>>[] calls = [.. Enumerable.Range(0, 40).Select(i => model.RunAsync(Pictures.Digits[i % 10]))];
            Thread.SpinWait(round * 1000);
            await model.DisposeAsync().AsTask().WaitAsync(s_long);
            for (int i = 0; i < calls.Length; i++)
            {
                try
                {
                    Assert.Equal((Digits.Label)(i % 10), (await calls[i].WaitAsync(s_long)).Label);
                }
                catch (ObjectDisposedException)
                {
                    Assert.True(calls[i].IsFaulted);
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 1000, 30)]
    [InlineData(1, -1, 30)]
    [InlineData(1, 1000, -5)]
    public void LimitsThatCanNotBeMeantAreRefused(int calls, int queued, int seconds)
    {
        ModelOptions options = new() { MaxCalls = calls, MaxQueuedCalls = queued, CallTimeout = TimeSpan.FromSeconds(seconds) };
        Assert.Throws<ArgumentOutOfRangeException>(() => new Digits(options));
    }
}
