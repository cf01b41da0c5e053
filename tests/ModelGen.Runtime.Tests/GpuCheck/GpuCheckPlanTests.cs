using ModelGen.Engines;
using ModelGen.GpuCheck;
using ModelGen.Runtime.Tests.Engines;

namespace ModelGen.Tests.GpuCheck;

/// <summary>The checks of tests/Gpu.Check against a GPU that is played: what is right passes, what is wrong does not.</summary>
public sealed class GpuCheckPlanTests : IDisposable
{
    private readonly FakeMachine _machine = new();
    private readonly Bench _bench;
    private readonly CheckModel _model;

    public GpuCheckPlanTests()
    {
        NativeRuntime.EnsureLoaded();
        _bench = new Bench(Settings.Parse(["--quick"]), new Report(new Machine(), []), _machine.Platform, Path.Join(_machine.Folder, "bench"));
        _model = ModelReader.Read(_machine.ModelPath);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("engine-built")]
    [InlineData("engine-cached")]
    [InlineData("results-cuda")]
    [InlineData("results-tf32")]
    [InlineData("results-fp16")]
    [InlineData("stale-key")]
    [InlineData("corrupt-flipped-byte")]
    [InlineData("corrupt-truncated")]
    [InlineData("corrupt-empty")]
    [InlineData("corrupt-context-model")]
    [InlineData("other-weights")]
    [InlineData("transfers")]
    [InlineData("cuda-graph")]
    [InlineData("contexts")]
    [InlineData("open-batch")]
    [InlineData("timing-cache")]
    public void ACheckPassesOnAMachineThatIsRight(string name) => Assert.NotEmpty(Run(name));

    [Theory]
    [InlineData("engine-built")]
    [InlineData("stale-key")]
    [InlineData("open-batch")]
    [InlineData("transfers")]
    public void ACheckFailsWithTheLoadersWordsWhereAnotherProviderStandsIn(string name)
    {
        _machine.Gpus.NoTensorRT = "libnvinfer.so.10: cannot open shared object file";

        Assert.Contains("libnvinfer.so.10: cannot open", Assert.Throws<CheckFailedException>(() => Run(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEngineThatIsNotBuiltAgainAfterDamageFailsTheCheck()
    {
        CorruptEngine harmless = new("nothing", ".engine", _ => { });

        Assert.Contains("Hit", Assert.Throws<CheckFailedException>(() => harmless.Run(_bench, _model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheExchangeInTheBackgroundIsSeenUnderLoad()
    {
        const int CallsBeforeTheEngineIsThere = 50;
        using ManualResetEventSlim enough = new();
        int calls = 0;
        _machine.Cuda.OnSynchronize = () =>
        {
            if (Interlocked.Increment(ref calls) == CallsBeforeTheEngineIsThere)
                enough.Set();
        };
        _machine.Sessions.WhileBuilding = enough.Wait;

        Assert.Contains("first answer on CUDA", Run("background"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEngineThatNeverTakesOverFailsTheCheckOfTheBackground()
    {
        _machine.Sessions.Missing[Provider.Cuda] = "no CUDA";
        _machine.Sessions.WhileBuilding = _ => throw new ProviderUnavailableException("no builder");

        Assert.Throws<CheckFailedException>(() => Run("background"));
    }

    [Fact]
    public void ACancelledBuildLeavesNothingAndTheNextOneWorks()
    {
        _machine.Sessions.WhileBuilding = token =>
        {
            if (_machine.Sessions.Builds == 1)
                token.WaitHandle.WaitOne();
        };

        Assert.Contains("the next build took", Run("cancellation"), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAreUnique() => Assert.Equal(Plan.Checks.Length, Plan.Checks.Select(check => check.Name).Distinct().Count());

    public void Dispose()
    {
        _bench.Dispose();
        _machine.Dispose();
    }

    private string Run(string name) => Plan.Checks.Single(check => check.Name == name).Run(_bench, _model);
}
