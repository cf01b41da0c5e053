namespace ModelGen.Engines;

/// <summary>Tells a listener of the phases, and once a second how long the one in progress has taken.</summary>
internal sealed class PhaseTeller(IProgress<EngineProgress>? listener, TimeProvider clock)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    /// <summary>Begins a phase and says so. It lasts until the result is disposed; nothing is told of it afterwards.</summary>
    public Phase Begin(EnginePhase phase, string detail, TimeSpan? estimate = null) => new(listener, clock, phase, detail, estimate);

    /// <summary>A phase in progress.</summary>
    internal sealed class Phase : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly IProgress<EngineProgress>? _listener;
        private readonly TimeProvider _clock;
        private readonly EnginePhase _phase;
        private readonly string _detail;
        private readonly TimeSpan? _estimate;
        private readonly long _start;
        private readonly ITimer? _timer;
        private bool _over;

        public Phase(IProgress<EngineProgress>? listener, TimeProvider clock, EnginePhase phase, string detail, TimeSpan? estimate)
        {
            (_listener, _clock, _phase, _detail, _estimate) = (listener, clock, phase, detail, estimate);
            _start = clock.GetTimestamp();
            listener?.Report(new EngineProgress(phase, TimeSpan.Zero, estimate, detail));
            if (listener is not null)
                _timer = clock.CreateTimer(static me => ((Phase)me!).Tick(), this, s_interval, s_interval);
        }

        /// <summary>Time since it began, by a clock that never jumps.</summary>
        public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

        /// <summary>Ends it.</summary>
        public void Dispose()
        {
            lock (_gate)
                _over = true;
            _timer?.Dispose();
        }

        private void Tick()
        {
            lock (_gate)
            {
                if (_over)
                    return;
                try
                {
                    _listener!.Report(new EngineProgress(_phase, Elapsed, _estimate, _detail));
                }
                catch (Exception)
                {
                    // On a timer's thread it would end the process. The listener hears nothing more of this phase.
                    _over = true;
                }
            }
        }
    }
}
