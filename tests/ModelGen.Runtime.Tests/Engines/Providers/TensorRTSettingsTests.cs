using System.Collections.Immutable;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines.Providers;

public sealed class TensorRTSettingsTests : IDisposable
{
    private static readonly Version s_ten = new(10, 6, 0);

    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    private ImmutableSortedDictionary<string, string> Settings(Func<ModelOptions, ModelOptions> change, bool openBatch = false, Version? version = null) =>
        TensorRTSettings.ForEngine(Requests.For(_machine, change(_machine.Options), _machine.Info(openBatch)), version ?? s_ten);

    [Theory]
    [InlineData(Precision.Float16, "trt_fp16_enable")]
    [InlineData(Precision.BFloat16, "trt_bf16_enable")]
    [InlineData(Precision.Int8, "trt_int8_enable")]
    public void APrecisionIsASwitchOfTheBuilder(Precision precision, string key)
    {
        Assert.Equal("1", Settings(o => o with { Precision = precision })[key]);
        Assert.False(Settings(o => o).ContainsKey(key));
    }

    [Fact]
    public void ThePrecisionOfTheOptionsStandsAboveTheProjects()
    {
        ModelInfo info = _machine.Info() with { Precision = Precision.Float16 };
        Assert.Equal("1", TensorRTSettings.ForEngine(Requests.For(_machine, info: info), s_ten)["trt_fp16_enable"]);
        Assert.False(TensorRTSettings.ForEngine(Requests.For(_machine, _machine.Options with { Precision = Precision.Float32 }, info), s_ten).ContainsKey("trt_fp16_enable"));
    }

    [Fact]
    public void TensorRT11TakesNoPrecision() => Assert.Contains(
        "convert the model itself", Assert.Throws<ModelGenException>(() => Settings(o => o with { Precision = Precision.Float16 }, version: new(11, 0))).Remedy!, StringComparison.Ordinal);

    [Fact]
    public void AnOpenBatchGetsAProfileFrom1To32UnlessAnotherIsAskedFor()
    {
        ImmutableSortedDictionary<string, string> usual = Settings(o => o, openBatch: true);
        Assert.Equal("image:1x1x8x8", usual["trt_profile_min_shapes"]);
        Assert.Equal("image:8x1x8x8", usual["trt_profile_opt_shapes"]);
        Assert.Equal("image:32x1x8x8", usual["trt_profile_max_shapes"]);

        ImmutableSortedDictionary<string, DimRange> range = ImmutableSortedDictionary<string, DimRange>.Empty.Add("batch", new(2, 4, 6));
        ImmutableSortedDictionary<string, string> asked = Settings(o => o with { TensorRT = o.TensorRT with { Profiles = range } }, openBatch: true);
        Assert.Equal("image:2x1x8x8", asked["trt_profile_min_shapes"]);
        Assert.Equal("image:4x1x8x8", asked["trt_profile_opt_shapes"]);
        Assert.Equal("image:6x1x8x8", asked["trt_profile_max_shapes"]);
    }

    [Fact]
    public void TheProfileHoldsTheLargestBatchThatIsPutTogether() => Assert.Equal(
        "image:64x1x8x8", Settings(o => o with { Batching = new() { MaxBatch = 64 } }, openBatch: true)["trt_profile_max_shapes"]);

    [Fact]
    public void FixedDimsNeedNoProfile() => Assert.DoesNotContain(Settings(o => o).Keys, key => key.StartsWith("trt_profile", StringComparison.Ordinal));

    [Theory]
    [InlineData("batch", 0, 1, 2)]
    [InlineData("batch", 4, 2, 8)]
    [InlineData("batch", 1, 9, 8)]
    [InlineData("height", 1, 2, 3)]
    public void AProfileThatDoesNotFitIsRefusedBeforeAnythingIsBuilt(string dim, int min, int opt, int max)
    {
        ImmutableSortedDictionary<string, DimRange> range = ImmutableSortedDictionary<string, DimRange>.Empty.Add(dim, new(min, opt, max));
        ModelGenException error = Assert.Throws<ModelGenException>(() => Settings(o => o with { TensorRT = o.TensorRT with { Profiles = range } }, openBatch: true));
        Assert.Contains($"'{dim}'", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ABatchBeyondTheProfileIsRefusedWithTheProfileNamed()
    {
        using Engine engine = _machine.Load(info: _machine.Info(openBatch: true));
        Assert.Equal(32, engine.Report.MaxBatch);
        Assert.Equal(320, FakeMachine.Run(engine, 0.5f, 32).Length);
        Assert.Contains("sizes 1 to 32 of the open dim 'batch'", Assert.Throws<ArgumentOutOfRangeException>(() => engine.Rent(33)).Message, StringComparison.Ordinal);
        Assert.Equal(10, FakeMachine.Run(engine, 0.5f, 1).Length);
    }

    [Fact]
    public void SettingsInTheProvidersOwnWordsStandAboveTheOthers() => Assert.Equal(
        "5", Settings(o => o with { ProviderSettings = o.ProviderSettings.Add("trt_builder_optimization_level", "5") })["trt_builder_optimization_level"]);

    [Fact]
    public void ALevelOutsideTensorRTsIsRefused() =>
        Assert.Contains("0 to 5", Assert.Throws<ModelGenException>(() => Settings(o => o with { TensorRT = o.TensorRT with { BuilderLevel = 6 } })).Message, StringComparison.Ordinal);

    [Fact]
    public void CudaTakesWhatTensorRTLeavesUnlessLoadingIsStrict()
    {
        using (_machine.Load(o => o with { Provider = Provider.TensorRT })) { }
        Assert.All(_machine.Sessions.Recipes, recipe => Assert.NotNull(recipe.CudaSettings));
        using FakeMachine strict = new();
        using (strict.Load(o => o with { Provider = Provider.TensorRT, Strict = true })) { }
        Assert.All(strict.Sessions.Recipes, recipe => Assert.Null(recipe.CudaSettings));
    }
}
