using ModelGen.Engines;
using ModelGen.Tests.Support;

namespace ModelGen.Tests.Engines.Calls;

public class CallGateTests
{
    private static readonly TimeSpan s_never = Timeout.InfiniteTimeSpan;

    [Fact]
    public void SoManyEnterAndNoMore()
    {
        CallGate gate = new(2);
        Assert.True(gate.TryEnter());
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
        Assert.Equal(2, gate.Inside);
        gate.Exit();
        Assert.True(gate.TryEnter());
    }

    [Fact]
    public void EnteringAndLeavingAllocateNothing()
    {
        CallGate gate = new(1);
        Assert.Equal(0, Allocated.BytesOf(() =>
        {
            Assert.True(gate.TryEnter());
            gate.Exit();
        }));
    }

    [Fact]
    public async Task WaitersAreServedInTheOrderInWhichTheyCame()
    {
        CallGate gate = new(1);
        Assert.True(gate.TryEnter());
        Task<Turn>[] waiters = [.. Enumerable.Range(0, 10).Select(_ => EnterAsync(gate))];
        for (int served = 0; served < waiters.Length; served++)
        {
            Assert.All(waiters[served..], waiter => Assert.False(waiter.IsCompleted));
            gate.Exit();
            Assert.Equal(Turn.Given, await waiters[served]);
        }
    }

    [Fact]
    public async Task NewcomerDoesNotOvertakeWhoWaits()
    {
        CallGate gate = new(1);
        Assert.True(gate.TryEnter());
        Task<Turn> waiter = EnterAsync(gate);
        Assert.False(gate.TryEnter());
        gate.Exit();
        Assert.False(gate.TryEnter());
        Assert.Equal(Turn.Given, await waiter);
    }

    [Fact]
    public async Task CancelledWaiterFreesItsPlaceAtOnce()
    {
        CallGate gate = new(1);
        Assert.True(gate.TryEnter());
        using CancellationTokenSource source = new();
        Task<Turn> cancelled = gate.EnterAsync(s_never, 1, source.Token).AsTask();
        Assert.Equal(Turn.QueueFull, await EnterAsync(gate, maxWaiting: 1));
        await source.CancelAsync();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(source.Token, error.CancellationToken);
        Task<Turn> next = EnterAsync(gate, maxWaiting: 1);
        gate.Exit();
        Assert.Equal(Turn.Given, await next);
        Assert.Equal(0, gate.Waiting);
    }

    [Fact]
    public async Task CancelledBeforehandNothingIsTaken()
    {
        CallGate gate = new(1);
        CancellationToken cancelled = new(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.EnterAsync(s_never, 1, cancelled).AsTask());
        Assert.Throws<OperationCanceledException>(() => gate.Enter(s_never, cancelled));
        Assert.Equal(0, gate.Inside);
    }

    [Fact]
    public async Task AsynchronousWaitersGiveUpWhenTheirTimeIsUpAndNotBefore()
    {
        ManualClock clock = new();
        CallGate gate = new(1, clock);
        Assert.True(gate.TryEnter());
        TimeSpan timeout = TimeSpan.FromSeconds(10);
        Task<Turn> first = gate.EnterAsync(timeout, 9, CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(6));
        Task<Turn> second = gate.EnterAsync(timeout, 9, CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Turn.TimedOut, await first);
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(Turn.TimedOut, await second);
        gate.Exit();
        Assert.Equal(0, gate.Inside);
    }

    [Fact]
    public void ThreadGivesUpWhenItsTimeIsUp()
    {
        CallGate gate = new(1);
        Assert.True(gate.TryEnter());
        Assert.Equal(Turn.TimedOut, gate.Enter(TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(Turn.TimedOut, gate.Enter(TimeSpan.FromMilliseconds(1), CancellationToken.None));
        gate.Exit();
        Assert.Equal(Turn.Given, gate.Enter(TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task SleepingThreadIsWokenByATurnAndByItsToken()
    {
        CallGate gate = new(1);
        Assert.True(gate.TryEnter());
        Task<Turn> thread = Task.Run(() => gate.Enter(s_never, CancellationToken.None));
        Assert.True(SpinWait.SpinUntil(() => gate.Waiting == 1, TimeSpan.FromMinutes(1)));
        gate.Exit();
        Assert.Equal(Turn.Given, await thread);

        using CancellationTokenSource source = new();
        Task<Turn> cancelled = Task.Run(() => gate.Enter(s_never, source.Token));
        Assert.True(SpinWait.SpinUntil(() => gate.Waiting == 1, TimeSpan.FromMinutes(1)));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        gate.Exit();
        Assert.Equal((0, 0), (gate.Inside, gate.Waiting));
    }

    [Fact]
    public async Task ClosedGateSendsEverybodyAwayAndLetsThoseInsideFinish()
    {
        CallGate gate = new(1);
        Assert.True(gate.TryEnter());
        Task<Turn> task = EnterAsync(gate);
        Task<Turn> thread = Task.Run(() => gate.Enter(s_never, CancellationToken.None));
        Assert.True(SpinWait.SpinUntil(() => gate.Waiting == 2, TimeSpan.FromMinutes(1)));
        gate.Close();
        Assert.Equal(Turn.Closed, await task);
        Assert.Equal(Turn.Closed, await thread);
        Assert.Equal(Turn.Closed, await EnterAsync(gate));
        gate.Exit();
        Assert.Equal(0, gate.Inside);
    }

    private static Task<Turn> EnterAsync(CallGate gate, int maxWaiting = int.MaxValue) => gate.EnterAsync(s_never, maxWaiting, CancellationToken.None).AsTask();
}
