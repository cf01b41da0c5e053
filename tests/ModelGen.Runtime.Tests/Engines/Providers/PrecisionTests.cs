using Microsoft.Extensions.Logging;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines.Providers;

public class PrecisionTests
{
    [Theory]
    [InlineData("CPU")]
    [InlineData("CUDA")]
    public void AProviderThatWasNamedAndTakesNoPrecisionSaysSo(string provider)
    {
        using FakeMachine machine = new();
        ModelGenException error = Assert.Throws<ModelGenException>(() => machine.Load(o => o with { Provider = Provider.Parse(provider), Precision = Precision.Float16 }));
        Assert.Equal($"The precision Float16 has no effect on {provider}", error.Problem);
        Assert.Empty(machine.Sessions.Recipes);
    }

    [Fact]
    public void AProviderThatStandsInSaysItInItsReportAndInTheLog()
    {
        using FakeMachine machine = new();
        machine.Gpus.NoDriver = "libcuda.so.1: cannot open shared object file";
        using Engine engine = machine.Load(info: machine.Info() with { Precision = Precision.Int8 });
        Assert.Contains("The precision Int8 has no effect: CPU computes in the numbers of the model.", engine.Report.Remarks);
        Assert.Contains(machine.Log, line => line.Level == LogLevel.Warning && line.Text.Contains("Int8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Precision.Default)]
    [InlineData(Precision.Float32)]
    public void TheModelsOwnNumbersAreFineAnywhere(Precision precision)
    {
        using FakeMachine machine = new();
        using Engine engine = machine.Load(o => o with { Provider = Provider.Cpu, Precision = precision });
        Assert.Empty(engine.Report.Remarks);
    }
}
