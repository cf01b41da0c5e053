using Microsoft.ML.OnnxRuntime;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class EngineVariantTests
{
    [Fact]
    public void SettingsAreWhatTheOptionsSay()
    {
        EngineVariant variant = EngineVariant.Parse(" tensorrt ; precision=fp16; tf32=OFF; device=1; trt_builder_optimization_level=5", new ModelOptions { MaxQueuedCalls = 7 });

        Assert.Equal("tensorrt ; precision=fp16; tf32=OFF; device=1; trt_builder_optimization_level=5", variant.Name);
        Assert.Equal((Provider.TensorRT, Precision.Float16, 7), (variant.Options.Provider, variant.Options.Precision!.Value, variant.Options.MaxQueuedCalls));
        Assert.Equal((false, 1), (variant.Options.Cuda.AllowTF32, variant.Options.Cuda.DeviceId));
        Assert.Equal("5", variant.Options.ProviderSettings["trt_builder_optimization_level"]);
        Assert.Equal(2, EngineVariant.Parse("cpu;threads=2").Options.IntraOpThreads);
        Assert.Equal("OpenVINOExecutionProvider", EngineVariant.Parse("OpenVINOExecutionProvider").Options.Provider.Name);
    }

    [Fact]
    public void TheOptimisationComesAfterWhatTheProgramSets()
    {
        ModelOptions options = new() { ConfigureSession = session => (session.GraphOptimizationLevel, session.IntraOpNumThreads) = (GraphOptimizationLevel.ORT_ENABLE_ALL, 3) };
        using SessionOptions session = new();

        EngineVariant.Parse("cpu;optimization=basic", options).Options.ConfigureSession!(session);

        Assert.Equal((GraphOptimizationLevel.ORT_ENABLE_BASIC, 3), (session.GraphOptimizationLevel, session.IntraOpNumThreads));
    }

    [Theory]
    [InlineData("precision=fp16", "no provider")]
    [InlineData(";", "no provider")]
    [InlineData("cpu;fast", "not NAME=VALUE")]
    [InlineData("cpu;precision=", "not NAME=VALUE")]
    [InlineData("cpu;speed=11", "The CPU has no setting 'speed'")]
    [InlineData("cpu;optimization=on", "off, basic, extended, all")]
    [InlineData("cpu;precision=fp8", "fp32, fp16, bf16, int8")]
    [InlineData("cpu;threads=0", "from 1")]
    [InlineData("cuda;device=-1", "from 0")]
    public void AWrongTextIsExplained(string text, string explanation) =>
        Assert.Contains(explanation, Assert.Throws<FormatException>(() => EngineVariant.Parse(text)).Message, StringComparison.Ordinal);
}
