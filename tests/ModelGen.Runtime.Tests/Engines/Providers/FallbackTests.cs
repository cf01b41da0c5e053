using Microsoft.Extensions.Logging;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines.Providers;

public class FallbackTests
{
    [Fact]
    public void AutoTakesTensorRTWhereItLoads()
    {
        using FakeMachine machine = new();
        using Engine engine = machine.Load();

        Assert.Equal(Provider.TensorRT, engine.Report.Provider);
        Assert.Equal(["TensorRT: taken"], FakeMachine.Tried(engine.Report));
    }

    [Fact]
    public void AutoTakesCudaWhereTensorRTIsMissingAndNamesTheMissingLibrary()
    {
        using FakeMachine machine = new();
        machine.Gpus.NoTensorRT = "libnvinfer.so.10: cannot open shared object file: No such file or directory";
        using Engine engine = machine.Load();

        Assert.Equal(Provider.Cuda, engine.Report.Provider);
        Assert.Equal(
            ["TensorRT: not taken: libnvinfer.so.10: cannot open shared object file: No such file or directory", "CUDA: taken"],
            FakeMachine.Tried(engine.Report));
        Assert.Contains("libnvinfer.so.10: cannot open shared object file", engine.Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AutoTakesTheCpuWhereThereIsNoDriver()
    {
        using FakeMachine machine = new();
        machine.Gpus.NoDriver = "libcuda.so.1: cannot open shared object file";
        using Engine engine = machine.Load();

        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        Assert.Equal(3, engine.Report.Attempts.Length);
        Assert.Equal(10, FakeMachine.Run(engine, 0.5f).Length);
    }

    [Fact]
    public void AutoTakesTheCpuWhereOnnxRuntimeWasBuiltWithoutTheOthersAndSaysWhichPackageHasThem()
    {
        using FakeMachine machine = new();
        machine.Sessions.CompiledProviders = [ProviderNames.Cpu];
        using Engine engine = machine.Load();

        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        Assert.Equal("this ONNX Runtime was built without it", engine.Report.Attempts[0].Reason);
        ModelGenException error = Assert.Throws<ModelGenException>(() => machine.Load(o => o with { Provider = Provider.Cuda, Strict = true }));
        Assert.Contains("Microsoft.ML.OnnxRuntime.Gpu", error.Remedy!, StringComparison.Ordinal);
    }

    [Fact]
    public void AProviderThatFailsWhenItsSessionIsMadeGivesWayToTheNext()
    {
        using FakeMachine machine = new();
        machine.Sessions.Missing[Provider.TensorRT] = "Failed to load libonnxruntime_providers_tensorrt.so";
        machine.Sessions.Missing[Provider.Cuda] = "libcublas.so.13: cannot open shared object file";
        using Engine engine = machine.Load();

        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        Assert.Equal(["Failed to load libonnxruntime_providers_tensorrt.so", "libcublas.so.13: cannot open shared object file"], engine.Report.Attempts.Take(2).Select(attempt => attempt.Reason));
        Assert.Equal((0, 0, 0), machine.Cuda.Alive);
    }

    [Fact]
    public void AProviderAskedForByNameThatGivesWayIsAWarningInTheLog()
    {
        using FakeMachine machine = new();
        machine.Gpus.NoTensorRT = "libnvinfer.so.10: cannot open shared object file";
        using (machine.Load(o => o with { Provider = Provider.TensorRT })) { }
        Assert.Contains(machine.Log, line => line.Level == LogLevel.Warning && line.Text.Contains("libnvinfer.so.10", StringComparison.Ordinal));
    }

    [Fact]
    public void WithAutoAMissingGpuIsNoWarning()
    {
        using FakeMachine machine = new();
        machine.Gpus.NoDriver = "libcuda.so.1: cannot open shared object file";
        using (machine.Load()) { }
        Assert.DoesNotContain(machine.Log, line => line.Level >= LogLevel.Warning);
        Assert.Contains(machine.Log, line => line.Text.Contains("libcuda.so.1", StringComparison.Ordinal));
    }

    [Fact]
    public void StrictLoadingOfAMissingProviderFailsWithTheLoadersWords()
    {
        using FakeMachine machine = new();
        machine.Gpus.NoTensorRT = "libnvinfer.so.10: cannot open shared object file";
        ModelGenException error = Assert.Throws<ModelGenException>(() => machine.Load(o => o with { Provider = Provider.TensorRT, Strict = true }));

        Assert.Contains("libnvinfer.so.10: cannot open shared object file", error.Message, StringComparison.Ordinal);
        Assert.Contains("Install TensorRT 10.", error.Remedy!, StringComparison.Ordinal);
        Assert.Empty(machine.Sessions.Recipes);
    }

    [Theory]
    [InlineData("CUDA", ProviderNames.Cpu)]
    [InlineData("TensorRT", ProviderNames.Cpu)]
    [InlineData("TensorRT", ProviderNames.Cuda)]
    public void StrictLoadingRefusesASingleNodeElsewhereAndNamesIt(string provider, string elsewhere)
    {
        using FakeMachine machine = new();
        machine.Sessions.SecondNodeOn = elsewhere;
        ModelGenException error = Assert.Throws<ModelGenException>(() => machine.Load(o => o with { Provider = Provider.Parse(provider), Strict = true }));
        Assert.Contains($"/det (Det) on {elsewhere}", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), machine.Cuda.Alive);
        Assert.Empty(Directory.Exists(machine.Options.Cache.Folder) ? EngineCache.Open(machine.Options.Cache).List() : []);
    }

    [Fact]
    public void StrictLoadingThatCantBeCheckedIsRefused()
    {
        using FakeMachine machine = new();
        machine.Sessions.TellsNodes = false;
        Assert.Equal("Strict loading can't be checked", Assert.Throws<ModelGenException>(() => machine.Load(o => o with { Provider = Provider.Cuda, Strict = true })).Problem);
    }

    [Theory]
    [InlineData("CUDA")]
    [InlineData("TensorRT")]
    public void StrictLoadingIsFineWithAProviderThatTakesEveryNode(string provider)
    {
        using FakeMachine machine = new();
        using Engine engine = machine.Load(o => o with { Provider = Provider.Parse(provider), Strict = true });
        Assert.Equal(provider, engine.Report.Provider.Name);
    }

    [Theory]
    [InlineData("CUDA")]
    [InlineData("TensorRT")]
    public void NodesThatAreLeftToTheCpuAreNamedInTheReportAndInTheLog(string provider)
    {
        using FakeMachine machine = new();
        machine.Sessions.SecondNodeOn = ProviderNames.Cpu;
        using Engine engine = machine.Load(o => o with { Provider = Provider.Parse(provider) });

        Assert.Contains(engine.Report.Remarks, remark => remark.Contains("nodes are left to the CPU", StringComparison.Ordinal) && remark.Contains("/det (Det)", StringComparison.Ordinal));
        Assert.Contains(machine.Log, line => line.Level == LogLevel.Warning && line.Text.Contains("are left to the CPU", StringComparison.Ordinal));
    }

    [Fact]
    public void StrictLoadingNeedsAProviderToBeStrictAbout()
    {
        using FakeMachine machine = new();
        Assert.Contains("Name the provider", Assert.Throws<ModelGenException>(() => machine.Load(o => o with { Strict = true })).Remedy!, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelThatNoProviderLoadsIsTheModelsFault()
    {
        using FakeMachine machine = new();
        File.WriteAllBytes(machine.ModelPath, [1, 2, 3]);
        ModelGenException error = Assert.Throws<ModelGenException>(() => machine.Load(o => o with { Provider = Provider.Cpu }));
        Assert.Equal("ONNX Runtime can't load the model", error.Problem);
    }
}
