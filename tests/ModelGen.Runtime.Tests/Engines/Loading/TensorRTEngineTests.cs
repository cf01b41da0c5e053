using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines.Loading;

public class TensorRTEngineTests
{
    [Fact]
    public void AnEngineIsBuiltOnceAndLoadedAsAContextModelAfterwards()
    {
        using FakeMachine machine = new();
        using (Engine first = machine.Load())
            Assert.Equal(EngineOutcome.Built, first.Report.Outcome);
        using Engine second = machine.Load();

        Assert.Equal(EngineOutcome.Hit, second.Report.Outcome);
        Assert.Equal(1, machine.Sessions.Builds);
        SessionRecipe loaded = machine.Sessions.Recipes[^1];
        Assert.Equal("engine.onnx", Path.GetFileName(loaded.ModelPath));
        Assert.Equal(GraphOptimizationLevel.ORT_DISABLE_ALL, loaded.Optimization);
        Assert.Empty(loaded.FixedDims);
        Assert.DoesNotContain("trt_engine_cache_enable", loaded.Settings.Keys);
    }

    [Fact]
    public void TheContextModelRefersToItsEngineByARelativePath()
    {
        using FakeMachine machine = new();
        using (machine.Load()) { }
        SessionRecipe build = machine.Sessions.Recipes[0];
        Assert.Equal("0", build.Settings["trt_ep_context_embed_mode"]);
        Assert.Equal("1", build.Settings["trt_dump_ep_context_model"]);
        Assert.Equal("engine", build.Settings["trt_engine_cache_path"]);
    }

    [Fact]
    public void OtherWeightsUnderTheSameFileNameAreNeverServedByTheOldEngine()
    {
        using FakeMachine machine = new();
        float[] before;
        using (Engine engine = machine.Load())
            before = FakeMachine.Run(engine, 0.5f);

        // The bias of the last layer is the file's last run of floats that are no text.
        byte[] bytes = File.ReadAllBytes(machine.ModelPath);
        Retrain(bytes);
        File.WriteAllBytes(machine.ModelPath, bytes);
        using Engine retrained = machine.Load();

        Assert.Equal(EngineOutcome.Built, retrained.Report.Outcome);
        Assert.Equal(2, machine.Sessions.Builds);
        Assert.NotEqual(before, FakeMachine.Run(retrained, 0.5f));
    }

    public static TheoryData<string> Changes => ["driver", "gpu", "tensorrt", "onnxruntime", "precision", "level", "workspace", "salt", "setting", "tf32", "open batch", "hardware"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void WhateverAnEngineHangsOnMakesAnother(string change)
    {
        using FakeMachine machine = new();
        using (machine.Load()) { }
        ModelOptions options = machine.Options;
        ModelInfo info = machine.Info(openBatch: change == "open batch");
        switch (change)
        {
            case "driver": machine.Gpus.Gpu = machine.Gpus.Gpu with { Driver = "590.10" }; break;
            case "gpu": machine.Gpus.Gpu = machine.Gpus.Gpu with { Name = "NVIDIA H100" }; break;
            case "tensorrt": machine.Gpus.Version = new(10, 7, 0); break;
            case "onnxruntime": machine.Sessions.Version = "1.32.0"; break;
            case "precision": options = options with { Precision = Precision.Float16 }; break;
            case "level": options = options with { TensorRT = options.TensorRT with { BuilderLevel = 2 } }; break;
            case "workspace": options = options with { TensorRT = options.TensorRT with { MaxWorkspaceBytes = 1 << 30 } }; break;
            case "hardware": options = options with { TensorRT = options.TensorRT with { HardwareCompatible = true } }; break;
            case "salt": options = options with { Cache = options.Cache with { Salt = "blue" } }; break;
            case "setting": options = options with { ProviderSettings = options.ProviderSettings.Add("trt_min_subgraph_size", "5") }; break;
        }
        if (change == "tf32")
        {
            // The process's own setting can't be taken back here; the key alone is looked at.
            LoadRequest request = Requests.For(machine, options);
            LoadRequest exact = Requests.For(machine, options with { Cuda = options.Cuda with { AllowTF32 = false } });
            Assert.NotEqual(TensorRTPlan.For(request).Key, TensorRTPlan.For(exact).Key);
            return;
        }
        machine.Options = options;
        using Engine engine = machine.Load(info: info);
        Assert.Equal(EngineOutcome.Built, engine.Report.Outcome);
        Assert.Equal(2, machine.Sessions.Builds);
        Assert.NotEmpty(engine.Report.CacheReason);
    }

    [Fact]
    public void ANewDriverIsNamedAsTheReasonToBuild()
    {
        using FakeMachine machine = new();
        using (machine.Load()) { }
        machine.Gpus.Gpu = machine.Gpus.Gpu with { Driver = "590.10" };
        using Engine engine = machine.Load();
        Assert.Matches(new Regex("no engine for driver 590\\.10"), engine.Report.CacheReason);
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("truncated")]
    [InlineData("empty")]
    public void ADamagedEngineIsRebuiltOnceAndSaidSo(string damage)
    {
        using FakeMachine machine = new();
        float[] expected;
        using (Engine engine = machine.Load())
            expected = FakeMachine.Run(engine, 0.5f);
        string file = Directory.GetFiles(machine.Options.Cache.Folder!, "*.engine", SearchOption.AllDirectories).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, damage == "flipped" ? bytes : damage == "truncated" ? bytes[..(bytes.Length / 2)] : []);

        using Engine again = machine.Load();
        Assert.Equal(EngineOutcome.Rebuilt, again.Report.Outcome);
        Assert.Equal(2, machine.Sessions.Builds);
        Assert.NotEmpty(again.Report.CacheReason);
        Assert.Equal(expected, FakeMachine.Run(again, 0.5f));
    }

    [Fact]
    public void ASplitNetworkLoadsThroughTheProvidersOwnCacheInTheSameFolder()
    {
        using FakeMachine machine = new();
        machine.Sessions.Splits = true;
        using (machine.Load()) { }
        using Engine engine = machine.Load();
        Assert.Equal(EngineOutcome.Hit, engine.Report.Outcome);
        Assert.Equal(1, machine.Sessions.Builds);
        SessionRecipe loaded = machine.Sessions.Recipes[^1];
        Assert.Equal(machine.ModelPath, loaded.ModelPath);
        Assert.StartsWith(machine.Options.Cache.Folder!, loaded.Settings["trt_engine_cache_path"], StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheCacheEachLoadBuilds()
    {
        using FakeMachine machine = new();
        machine.Options = machine.Options with { Cache = machine.Options.Cache with { Enabled = false } };
        using (machine.Load()) { }
        using Engine engine = machine.Load();
        Assert.Equal(EngineOutcome.Uncached, engine.Report.Outcome);
        Assert.Equal(2, machine.Sessions.Builds);
        Assert.Equal(10, FakeMachine.Run(engine, 0.5f).Length);
    }

    [Fact]
    public void EachContextIsASessionOfItsOwn()
    {
        using FakeMachine machine = new();
        using Engine engine = machine.Load(o => o with { TensorRT = o.TensorRT with { Contexts = 3 } });
        Assert.Equal(3, machine.Sessions.Recipes.Count(recipe => Path.GetFileName(recipe.ModelPath) == "engine.onnx"));
        Assert.Equal(3, machine.Sessions.Recipes.Skip(1).Select(recipe => recipe.Settings["user_compute_stream"]).Distinct().Count());
    }

    [Fact]
    public void MeasurementsOfKernelsAreHandedToTheNextBuild()
    {
        using FakeMachine machine = new();
        using (machine.Load()) { }
        using (machine.Load(o => o with { TensorRT = o.TensorRT with { BuilderLevel = 1 } })) { }
        string[] timings = Directory.GetFiles(machine.Options.Cache.Folder!, "*.timing", SearchOption.AllDirectories);
        Assert.Equal("measured measured ", File.ReadAllText(Assert.Single(timings)));
    }

    private static void Retrain(byte[] model)
    {
        // Weights are the long stretches of the file; its last tenth is the output layer and the graph's ends.
        for (int i = model.Length / 2; i < model.Length / 2 + 64; i++)
            model[i] ^= 0x10;
    }
}
