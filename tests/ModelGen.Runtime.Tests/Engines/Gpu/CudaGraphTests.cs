using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines.Gpu;

public sealed class CudaGraphTests : IDisposable
{
    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    private Engine Load(int? calls = null, ModelInfo? info = null, TensorTransfer transfer = TensorTransfer.Auto) =>
        _machine.Load(o => o with { Provider = Provider.TensorRT, MaxCalls = calls, Cuda = o.Cuda with { CudaGraph = true, Transfer = transfer } }, info);

    [Fact]
    public void EachCallHasASessionOfItsOwnSinceARecordingKnowsOneCallsAddresses()
    {
        using Engine engine = Load(calls: 3);
        Assert.Equal(3, engine.Report.MaxCalls);
        Call first, second, third;
        using (CallLease a = engine.Rent(), b = engine.Rent(), c = engine.Rent())
        {
            (first, second, third) = (a.Call, b.Call, c.Call);
            a.Run();
            b.Run();
            c.Run();
        }
        Assert.Equal(3, new[] { first.Session, second.Session, third.Session }.Distinct().Count());
        for (int i = 0; i < 20; i++)
        {
            using CallLease again = engine.Rent();
            Assert.Contains(again.Call, new[] { first, second, third });
        }
    }

    [Fact]
    public void TheGraphIsAskedForWhenTheEngineRunsAndNotWhileItIsBuilt()
    {
        using Engine engine = Load();
        Assert.False(_machine.Sessions.Recipes[0].Settings.ContainsKey("trt_cuda_graph_enable"));
        Assert.Equal("1", _machine.Sessions.Recipes[1].Settings["trt_cuda_graph_enable"]);
    }

    [Fact]
    public void EachNewInputGivesItsOwnResult()
    {
        using Engine engine = Load();
        using Engine plain = _machine.Load();
        foreach (float pixel in new[] { 0f, 1f, 0.5f, 0f })
            Assert.Equal(FakeMachine.Run(plain, pixel), FakeMachine.Run(engine, pixel));
    }

    [Fact]
    public void AnOpenBatchCantBeRecorded() =>
        Assert.Contains("batch", Assert.Throws<ModelGenException>(() => Load(info: _machine.Info(openBatch: true))).Actual!, StringComparison.Ordinal);

    [Fact]
    public void TransfersThatChangeAddressesCantBeRecorded() =>
        Assert.Contains("other addresses", Assert.Throws<ModelGenException>(() => Load(transfer: TensorTransfer.Rebind)).Actual!, StringComparison.Ordinal);
}
