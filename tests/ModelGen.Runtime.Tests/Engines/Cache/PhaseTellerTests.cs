using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public class PhaseTellerTests
{
    [Fact]
    public void APhaseIsToldAtItsBeginningAndThenOnceASecondWithTheTimeItTook()
    {
        ManualTime time = new();
        ProgressList progress = new();
        using (new PhaseTeller(progress, time).Begin(EnginePhase.Building, "why", TimeSpan.FromSeconds(40)))
        {
            time.Pass(TimeSpan.FromSeconds(1));
            time.Pass(TimeSpan.FromSeconds(1));
        }
        time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(
            new[] { 0, 1, 2 }.Select(seconds => new EngineProgress(EnginePhase.Building, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(40), "why")),
            progress.Told);
    }

    [Fact]
    public void AListenerThatFailsHearsNothingMoreAndHarmsNobody()
    {
        ManualTime time = new();
        int told = 0;
        ProgressList progress = new(_ =>
        {
            if (++told > 1)
                throw new InvalidOperationException();
        });
        using PhaseTeller.Phase phase = new PhaseTeller(progress, time).Begin(EnginePhase.Loading, "");

        time.Pass(TimeSpan.FromSeconds(1));
        time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(2, told);
    }

    [Fact]
    public void WithoutAListenerThereIsNoTimer()
    {
        ManualTime time = new();
        using PhaseTeller.Phase phase = new PhaseTeller(null, time).Begin(EnginePhase.Loading, "");

        Assert.Empty(time.Timers);
        time.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), phase.Elapsed);
    }

    /// <summary>Time that passes when it is told to.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private long _ticks;

        public List<Action> Timers { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers.Add(() => callback(state));
            return new ManualTimer();
        }

        public void Pass(TimeSpan time)
        {
            _ticks += time.Ticks;
            Timers.ForEach(timer => timer());
        }

        // Like a real one, it may still fire once when it has been disposed.
        private sealed class ManualTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
