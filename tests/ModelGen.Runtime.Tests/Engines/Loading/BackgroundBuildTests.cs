using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines.Loading;

public sealed class BackgroundBuildTests : IDisposable
{
    private readonly FakeMachine _machine = new();
    private readonly ManualResetEventSlim _building = new();
    private readonly ManualResetEventSlim _finish = new();

    public BackgroundBuildTests()
    {
        _machine.Options = _machine.Options with { BuildInBackground = true };
        _machine.Sessions.WhileBuilding = stop =>
        {
            _building.Set();
            _finish.Wait(stop);
        };
    }

    public void Dispose()
    {
        _finish.Set();
        _machine.Dispose();
        _building.Dispose();
        _finish.Dispose();
    }

    [Fact]
    public async Task CudaAnswersUntilTheEngineIsReadyAndTensorRTAfterwards()
    {
        await using Engine engine = _machine.Load();
        _building.Wait();
        Assert.Equal(Provider.Cuda, engine.Report.Provider);
        float[] before = FakeMachine.Run(engine, 0.5f);

        _finish.Set();
        EngineReport report = await engine.WhenReadyAsync();
        Assert.Equal(Provider.TensorRT, report.Provider);
        Assert.Equal(EngineOutcome.Built, report.Outcome);
        Assert.Equal(before, FakeMachine.Run(engine, 0.5f));
    }

    [Fact]
    public async Task TheCpuAnswersWhereCudaIsMissingToo()
    {
        _machine.Sessions.Missing[Provider.Cuda] = "libcublas.so.13: cannot open shared object file";
        await using Engine engine = _machine.Load();
        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        _finish.Set();
        Assert.Equal(Provider.TensorRT, (await engine.WhenReadyAsync()).Provider);
    }

    [Fact]
    public async Task ACallUnderWayEndsWhereItBegan()
    {
        await using Engine engine = _machine.Load();
        float[] expected;
        using (CallLease call = engine.Rent())
        {
            call.InputSpan<float>(0).Fill(0.25f);
            _finish.Set();
            await engine.WhenReadyAsync();
            call.Run();
            expected = call.OutputSpan<float>(0).ToArray();
        }
        Assert.Equal(expected, FakeMachine.Run(engine, 0.25f));
    }

    [Fact]
    public async Task NoCallIsDroppedOrMixedWhileTheEngineTakesOver()
    {
        await using Engine engine = _machine.Load();
        float[][] expected = [.. Enumerable.Range(0, 16).Select(i => FakeMachine.Run(engine, i / 16f))];
        int calls = 0;
        using CancellationTokenSource stop = new();
        Task[] callers = [.. Enumerable.Range(0, 4).Select(seed => Task.Run(() =>
        {
            for (int i = seed; !stop.IsCancellationRequested; i++)
            {
                Assert.Equal(expected[i % 16], FakeMachine.Run(engine, i % 16 / 16f));
                Interlocked.Increment(ref calls);
            }
        }))];
        SpinWait.SpinUntil(() => Volatile.Read(ref calls) > 50);
        _finish.Set();
        await engine.WhenReadyAsync();
        int atExchange = Volatile.Read(ref calls);
        SpinWait.SpinUntil(() => Volatile.Read(ref calls) > atExchange + 50);
        await stop.CancelAsync();
        await Task.WhenAll(callers);
    }

    [Fact]
    public async Task TheStandInIsUnloadedWhenItsLastCallEnds()
    {
        Engine engine = _machine.Load();
        CallLease call = engine.Rent();
        (int host, _, _) = _machine.Cuda.Alive;
        Assert.Equal(2, host);
        _finish.Set();
        await engine.WhenReadyAsync();
        Assert.Equal(2, _machine.Cuda.Alive.Streams);
        call.Dispose();
        Assert.Equal((0, 0, 1), _machine.Cuda.Alive);
        await engine.DisposeAsync();
        Assert.Equal((0, 0, 0), _machine.Cuda.Alive);
    }

    [Fact]
    public async Task AFailedBuildLeavesTheStandInAndSaysWhy()
    {
        _machine.Sessions.WhileBuilding = _ => throw new ProviderUnavailableException("libnvinfer_builder_resource_sm90.so.10.15.1: cannot open shared object file");
        await using Engine engine = _machine.Load();
        EngineReport report = await engine.WhenReadyAsync();
        Assert.Equal(Provider.Cuda, report.Provider);
        Assert.Contains("libnvinfer_builder_resource_sm90.so.10.15.1", report.Attempts[0].Reason, StringComparison.Ordinal);
        Assert.Equal(10, FakeMachine.Run(engine, 0.5f).Length);
    }

    [Fact]
    public async Task DisposalStopsTheBuildAndUnloadsEverything()
    {
        Engine engine = _machine.Load();
        _building.Wait();
        await engine.DisposeAsync();
        Assert.Equal((0, 0, 0), _machine.Cuda.Alive);
        Assert.Throws<ObjectDisposedException>(() => engine.Rent());
    }

    [Fact]
    public void AnEngineInTheCacheIsLoadedAtOnce()
    {
        _finish.Set();
        using (Engine first = _machine.Load(o => o with { BuildInBackground = false })) { }
        using Engine engine = _machine.Load();
        Assert.Equal(Provider.TensorRT, engine.Report.Provider);
        Assert.Equal(EngineOutcome.Hit, engine.Report.Outcome);
    }

    [Fact]
    public void WithoutTensorRTNothingIsBuiltAndTheReportSaysWhy()
    {
        _machine.Gpus.NoTensorRT = "libnvinfer.so.10: cannot open shared object file";
        using Engine engine = _machine.Load();
        Assert.Equal(Provider.Cuda, engine.Report.Provider);
        Assert.Equal(0, _machine.Sessions.Builds);
        Assert.Contains("libnvinfer.so.10", engine.Report.Attempts[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherModelsStandInDoesNotWaitForTheBuild()
    {
        await using Engine first = _machine.Load();
        _building.Wait();
        using FakeMachine other = new();
        other.Options = other.Options with { Provider = Provider.Cuda };
        using Engine second = other.Load();
        Assert.Equal(Provider.Cuda, second.Report.Provider);
        Assert.False(_finish.IsSet);
    }

    [Fact]
    public void StrictLoadingHasNoStandIn() =>
        Assert.Equal("Nothing may answer while the engine is built", Assert.Throws<ModelGenException>(() => _machine.Load(o => o with { Provider = Provider.TensorRT, Strict = true })).Problem);

    [Fact]
    public async Task ProgressTellsOfTheBuild()
    {
        Recorder recorder = new();
        await using Engine engine = _machine.Load(o => o with { Progress = recorder });
        _finish.Set();
        await engine.WhenReadyAsync();
        Assert.Contains(EnginePhase.Building, recorder.Phases);
        // Once for the stand-in, once for the engine. The second comes after the engine is known to be ready.
        SpinWait.SpinUntil(() => recorder.Phases.Count(phase => phase == EnginePhase.Ready) == 2);
    }

    private sealed class Recorder : IProgress<EngineProgress>
    {
        private readonly Lock _gate = new();
        private readonly List<EnginePhase> _phases = [];

        public EnginePhase[] Phases
        {
            get
            {
                lock (_gate)
                    return [.. _phases];
            }
        }

        public void Report(EngineProgress value)
        {
            lock (_gate)
                _phases.Add(value.Phase);
        }
    }
}
