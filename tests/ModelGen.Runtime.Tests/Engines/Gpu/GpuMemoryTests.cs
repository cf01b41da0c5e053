using ModelGen.Engines;
using ModelGen.Tests;

namespace ModelGen.Runtime.Tests.Engines.Gpu;

public sealed class GpuMemoryTests : IDisposable
{
    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    private Engine Load(CudaOptions? cuda = null, ModelInfo? info = null) => _machine.Load(o => o with { Provider = Provider.Cuda, Cuda = cuda ?? new() }, info);

    private float[] OnCpu(float pixel)
    {
        using Engine engine = _machine.Load(o => o with { Provider = Provider.Cpu });
        return FakeMachine.Run(engine, pixel);
    }

    [Theory]
    [InlineData(TensorTransfer.Auto)]
    [InlineData(TensorTransfer.DeviceBuffers)]
    [InlineData(TensorTransfer.Rebind)]
    public void EveryWayOfTransferGivesTheCpusResultForEachNewInput(TensorTransfer transfer)
    {
        using Engine engine = Load(new CudaOptions { Transfer = transfer });
        foreach (float pixel in new[] { 0f, 0.25f, 0.5f, 1f, 0.25f })
            Assert.Equal(OnCpu(pixel), FakeMachine.Run(engine, pixel));
    }

    [Fact]
    public void DeviceBuffersAreBoundOnceAndTheStreamIsWaitedForByTheCallItself()
    {
        using Engine engine = Load();
        for (int i = 0; i < 5; i++)
            FakeMachine.Run(engine, i);
        Assert.Equal(5, _machine.Cuda.Uploads);
        Assert.Equal((2, 2, 1), _machine.Cuda.Alive);
        Assert.NotEqual("0", _machine.Sessions.Recipes[0].Settings["user_compute_stream"]);
    }

    [Fact]
    public void RebindingHasNoBuffersOfItsOwnOnTheGpu()
    {
        using Engine engine = Load(new CudaOptions { Transfer = TensorTransfer.Rebind });
        FakeMachine.Run(engine, 1);
        Assert.Equal((2, 0, 0), _machine.Cuda.Alive);
        Assert.False(_machine.Sessions.Recipes[0].Settings.ContainsKey("user_compute_stream"));
    }

    [Fact]
    public void WithoutCudasRuntimeLibraryTensorsGoThroughPageableMemoryAndTheLogSaysSo()
    {
        _machine.NoCudaRuntime = "libcudart.so.13: cannot open shared object file";
        using Engine engine = Load();
        Assert.Equal(OnCpu(0.5f), FakeMachine.Run(engine, 0.5f));
        Assert.Contains(_machine.Log, line => line.Text.Contains("libcudart.so.13", StringComparison.Ordinal));
    }

    [Fact]
    public void DeviceBuffersAskedForByNameNeedCudasRuntimeLibrary()
    {
        _machine.NoCudaRuntime = "libcudart.so.13: cannot open shared object file";
        using Engine engine = Load(new CudaOptions { Transfer = TensorTransfer.DeviceBuffers });
        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        Assert.Contains("libcudart.so.13", engine.Report.Attempts[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyModelsLeaveNothingBehind()
    {
        for (int i = 0; i < 300; i++)
        {
            using Engine engine = Load(new CudaOptions { Transfer = i % 2 == 0 ? TensorTransfer.Auto : TensorTransfer.Rebind });
            using CallLease one = engine.Rent(), two = engine.Rent();
            one.Run();
        }
        Assert.Equal((0, 0, 0), _machine.Cuda.Alive);
    }

    [Fact]
    public void ABatchOfAnotherSizeGetsBuffersThatHoldIt()
    {
        using Engine engine = Load(info: _machine.Info(openBatch: true));
        foreach (int count in new[] { 2, 8, 1, 9 })
        {
            float[] results = FakeMachine.Run(engine, 0.5f, count);
            Assert.Equal(10 * count, results.Length);
            float[] one = OnCpu(0.5f);
            for (int i = 0; i < results.Length; i++)
                Assert.Equal(one[i % 10], results[i], 5);
        }
    }

    [Fact]
    public void AfterAFailureNoCopyIsLeftForTheNextCall()
    {
        using Engine engine = Load();
        _machine.Cuda.OnSynchronize = () => throw new ModelGenException("CUDA failed", actual: "an illegal memory access was encountered (code 700)");
        Assert.Contains("illegal memory access", Assert.Throws<ModelGenException>(() => FakeMachine.Run(engine, 1)).Message, StringComparison.Ordinal);
        _machine.Cuda.OnSynchronize = null;
        Assert.Equal(OnCpu(0.75f), FakeMachine.Run(engine, 0.75f));
    }

    [Fact]
    public void ARentedCallAllocatesNothing()
    {
        using Engine engine = Load();
        FakeMachine.Run(engine, 1);
        void Call()
        {
            using CallLease call = engine.Rent();
            call.InputSpan<float>(0)[0] = 1;
            call.Run();
        }
        Call();
        Assert.Equal(0, Allocated.BytesOfOne(Call));
    }
}
