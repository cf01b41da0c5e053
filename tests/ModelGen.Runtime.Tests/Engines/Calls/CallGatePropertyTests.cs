using CsCheck;
using ModelGen.Engines;
using ModelGen.Tests.Support;

namespace ModelGen.Tests.Engines.Calls;

public class CallGatePropertyTests
{
    private const int MaxWaiting = 5;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    /// <summary>Any sequence of entering, leaving, cancelling and waiting goes as it does with a plain list.</summary>
    [Fact]
    public void AnySequenceGoesAsWithAPlainList() => Gen.Select(Gen.Int[1, 3], Gen.Int[0, 9].Array[1, 60]).Sample((limit, steps) =>
    {
        ManualClock clock = new();
        CallGate gate = new(limit, clock);
        List<(Task<Turn> Task, CancellationTokenSource Source, long Deadline)> waiting = [];
        int inside = 0;
        foreach (int step in steps)
        {
            switch (step)
            {
                case < 5:
                    CancellationTokenSource source = new();
                    Task<Turn> task = gate.EnterAsync(s_timeout, MaxWaiting, source.Token).AsTask();
                    if (inside < limit && waiting.Count == 0)
                        inside += Ended(task) == Turn.Given ? 1 : 100;
                    else if (waiting.Count == MaxWaiting)
                        Assert.Equal(Turn.QueueFull, Ended(task));
                    else
                        waiting.Add((task, source, clock.GetTimestamp() + s_timeout.Ticks));
                    break;
                case < 8 when inside > 0:
                    gate.Exit();
                    if (waiting.Count == 0)
                    {
                        inside--;
                        break;
                    }
                    Assert.Equal(Turn.Given, Ended(waiting[0].Task));
                    waiting.RemoveAt(0);
                    break;
                case 8 when waiting.Count > 0:
                    int index = steps.Length % waiting.Count;
                    waiting[index].Source.Cancel();
                    Assert.Throws<TaskCanceledException>(() => Ended(waiting[index].Task));
                    waiting.RemoveAt(index);
                    break;
                case 9:
                    clock.Advance(TimeSpan.FromSeconds(4));
                    // The timer may be late by its rounding, never early.
                    foreach (var late in waiting.Where(waiter => waiter.Deadline + TimeSpan.TicksPerMillisecond <= clock.GetTimestamp()).ToArray())
                    {
                        Assert.Equal(Turn.TimedOut, Ended(late.Task));
                        waiting.Remove(late);
                    }
                    break;
            }
            Assert.Equal((inside, waiting.Count), (gate.Inside, gate.Waiting));
            Assert.All(waiting, waiter => Assert.False(waiter.Task.IsCompleted));
        }
    });

    /// <summary>Threads and tasks that enter, give up and are cancelled in a crowd: never too many inside, nobody forgotten, no turn lost.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task CrowdLosesNoTurnAndForgetsNobody(int limit)
    {
        CallGate gate = new(limit);
        int inside = 0;
        int most = 0;
        int served = 0;
        async Task Visit(int visitor)
        {
            Random random = new(visitor);
            for (int i = 0; i < 2000; i++)
            {
                using CancellationTokenSource source = new();
                if (random.Next(4) == 0)
                    _ = Task.Run(source.Cancel);
                TimeSpan timeout = random.Next(5) == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(5);
                try
                {
                    Turn turn = visitor % 2 == 0 ? gate.Enter(timeout, source.Token) : await gate.EnterAsync(TimeSpan.FromMinutes(5), int.MaxValue, source.Token);
                    if (turn != Turn.Given)
                        continue;
                }
                catch (OperationCanceledException)
                {
                    continue;
                }
                int now = Interlocked.Increment(ref inside);
                InterlockedMax(ref most, now);
                Interlocked.Increment(ref served);
                Interlocked.Decrement(ref inside);
                gate.Exit();
            }
        }
        await Task.WhenAll(Enumerable.Range(0, 6).Select(visitor => Task.Factory.StartNew(() => Visit(visitor), TaskCreationOptions.LongRunning).Unwrap()));
        Assert.InRange(most, 1, limit);
        Assert.InRange(served, 1, 6 * 2000);
        Assert.Equal((0, 0), (gate.Inside, gate.Waiting));
        Assert.All(Enumerable.Range(0, limit), _ => Assert.True(gate.TryEnter()));
        Assert.False(gate.TryEnter());
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }

    // A task that has been told completes by its continuation on another thread.
    private static Turn Ended(Task<Turn> task) => task.WaitAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
}
