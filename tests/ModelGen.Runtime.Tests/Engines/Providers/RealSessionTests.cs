using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines.Providers;

/// <summary>ONNX Runtime as it is on a machine without a GPU.</summary>
public class RealSessionTests
{
    [Fact]
    public void TheCpusOnnxRuntimeSaysWhichPackageHasTensorRT()
    {
        using FakeMachine machine = new();
        SessionRecipe recipe = new() { ModelPath = machine.ModelPath, Provider = Provider.TensorRT };
        ProviderUnavailableException error = Assert.Throws<ProviderUnavailableException>(() => OrtSessions.Instance.Open(recipe, CancellationToken.None));
        Assert.Contains("Microsoft.ML.OnnxRuntime.Gpu", error.Remedy!, StringComparison.Ordinal);
    }

    [Fact]
    public void AutoEndsOnTheCpuWithoutAGpu()
    {
        using FakeMachine machine = new();
        using Engine engine = new(machine.Info(), machine.Options);
        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        Assert.Equal(1f, FakeMachine.Run(engine, 0.25f).Sum(), 5);
    }

    [Fact]
    public void AnUnknownPluginIsNamedWithThoseThatThereAre()
    {
        using FakeMachine machine = new();
        ModelOptions options = machine.Options with { Provider = Provider.Plugin("TeapotExecutionProvider"), Strict = true };
        ModelGenException error = Assert.Throws<ModelGenException>(() => new Engine(machine.Info(), options));
        Assert.Contains("no provider of the name 'TeapotExecutionProvider'", error.Actual!, StringComparison.Ordinal);
        Assert.Contains(ProviderNames.Cpu, error.Actual!, StringComparison.Ordinal);
    }

    [Fact]
    public void APluginWhoseLibraryIsMissingGivesWayToTheCpu()
    {
        using FakeMachine machine = new();
        using Engine engine = new(machine.Info(), machine.Options with { Provider = Provider.Plugin("TeapotExecutionProvider", "/nowhere/libteapot.so") });
        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        Assert.Contains("'/nowhere/libteapot.so' is missing", engine.Report.Attempts[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void APluginWhoseLibraryIsNoLibraryIsToldInTheLoadersWords()
    {
        using FakeMachine machine = new();
        string library = Path.Combine(machine.Folder, "libteapot.so");
        File.WriteAllText(library, "not a library");
        using Engine engine = new(machine.Info(), machine.Options with { Provider = Provider.Plugin("TeapotExecutionProvider", library) });
        Assert.Equal(Provider.Cpu, engine.Report.Provider);
        Assert.Contains("libteapot.so", engine.Report.Attempts[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutADriverTheGpusProbeGivesTheLoadersWords()
    {
        if (File.Exists("/proc/driver/nvidia/version"))
            return;
        ProviderUnavailableException error = Assert.Throws<ProviderUnavailableException>(() => NvidiaGpus.Instance.Describe(0));
        Assert.Contains(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1: cannot open shared object file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACancelledLoadLoadsNothing()
    {
        using FakeMachine machine = new();
        Assert.Throws<OperationCanceledException>(() => new Engine(machine.Info(), machine.Options with { Provider = Provider.Cpu, LoadCancellation = new CancellationToken(canceled: true) }));
    }
}
