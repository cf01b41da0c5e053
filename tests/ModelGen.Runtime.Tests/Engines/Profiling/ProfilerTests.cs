using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class ProfilerTests
{
    private static string Digits => Path.Combine(AppContext.BaseDirectory, "Data", "digits.onnx");

    [Fact]
    public void EachNodeThatRanHasItsCallsTimeAndShapes()
    {
        using Engine engine = Engine.Load(TinyModel.Info(Digits));

        EngineProfile profile = engine.Profile(new ProfileOptions { Runs = 4, Warmup = 2, OpenDims = Sizes("batch", 3) });

        Assert.Equal(4, profile.Runs.Length);
        Assert.NotEmpty(profile.Nodes);
        Assert.All(profile.Nodes, node => Assert.Equal((4, "CPUExecutionProvider"), (node.Calls, node.Provider)));
        Assert.Equal(["float 3×10"], Assert.Single(profile.Nodes, node => node.Operator == "Softmax").Outputs.ToArray());
        Assert.Equal(1, profile.Nodes.Sum(node => node.Share), 1e-9);
        Assert.Equal(profile.Nodes.Sum(node => node.Total.Ticks), Assert.Single(profile.Providers).Total.Ticks);
        Assert.Equal(profile.Nodes.Sum(node => node.Total.Ticks), profile.Operators.Sum(op => op.Total.Ticks));
        Assert.Contains(profile.Phases, phase => phase.Name == "session_initialization");
        Assert.Equal(0, profile.UnreadableEvents);
    }

    [Fact]
    public void TheTraceIsOneValidObjectWithNamedThreadsAndEveryRun()
    {
        EngineProfile profile = Profiler.Profile(TinyModel.Info(Digits), options: new ProfileOptions { Runs = 2, Warmup = 1 });

        using MemoryStream stream = new();
        profile.WriteTrace(stream);
        JsonElement[] events = [.. JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("traceEvents").EnumerateArray()];

        Assert.Equal("digits (ONNX Runtime)", Assert.Single(events, e => Name(e) == "process_name").GetProperty("args").GetProperty("name").GetString());
        Assert.StartsWith("runs ", Assert.Single(events, e => Name(e) == "thread_name").GetProperty("args").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal(["run 1", "run 2", "run 3"], events.Select(Name).Where(name => name.StartsWith("run ", StringComparison.Ordinal)));
        JsonElement softmax = events.First(e => Name(e).StartsWith("Softmax ", StringComparison.Ordinal));
        Assert.Equal(("X", "node,CPUExecutionProvider"), (softmax.GetProperty("ph").GetString(), softmax.GetProperty("cat").GetString()));
        Assert.Equal("float 1×10", softmax.GetProperty("args").GetProperty("outputs")[0].GetString());
        Assert.All(events.Where(e => e.GetProperty("ph").GetString() == "X"), e => Assert.True(e.GetProperty("ts").GetInt64() >= 0 && e.GetProperty("dur").GetInt64() >= 0));
    }

    [Fact]
    public void ANameThatBreaksTheProfileIsSaidAndCostsNoOtherNode()
    {
        using TemporaryFolder folder = new();
        ModelInfo model = new TinyModel().Input("x", 4).Node("Exp", "a\"b", ["x"], ["t"]).Node("Neg", "fine", ["t"], ["y"]).Output("y", 4).Save(folder.Path);

        EngineProfile profile = Profiler.Profile(model, options: new ProfileOptions { Runs = 3, Warmup = 0 });

        Assert.Contains(profile.Nodes, node => node is { Name: "fine", Calls: 3 });
        Assert.Equal(profile.Nodes.Any(node => node.Operator == "Exp") ? 0 : 3, profile.UnreadableEvents);
        using MemoryStream stream = new();
        profile.WriteTrace(stream);
        using JsonDocument trace = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(JsonValueKind.Array, trace.RootElement.GetProperty("traceEvents").ValueKind);
    }

    [Theory]
    [InlineData(20, 3, 1000, 20)]
    [InlineData(1_000_000, 3, 998, 897)]
    [InlineData(5, 0, 1_500_000, 1)]
    public void RunsThatTheProfileHasNoRoomForAreNotMade(int runs, int warmup, int nodes, int made) =>
        Assert.Equal(made, Profiler.Fitting(new ProfileOptions { Runs = runs, Warmup = warmup }, nodes));

    [Fact]
    public void NothingStaysInTheTemporaryFolder()
    {
        SessionOptions? seen = null;
        Profiler.Profile(TinyModel.Info(Digits), new ModelOptions { ConfigureSession = session => seen = session }, new ProfileOptions { Runs = 1 });

        string folder = Path.GetDirectoryName(seen!.ProfileOutputPathPrefix)!;
        Assert.StartsWith("modelgen-profile-", Path.GetFileName(folder), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void GivenValuesGoIn()
    {
        using TemporaryFolder folder = new();
        ModelInfo model = new TinyModel().Input("x", "n").Node("Exp", "exp", ["x"], ["y"]).Output("y", "n").Save(folder.Path);

        EngineProfile profile = Profiler.Profile(model, options: new ProfileOptions { Runs = 1, Inputs = [NamedTensor.Create<float>("x", [1, 2, 3], 3)] });

        Assert.Equal(["float 3"], Assert.Single(profile.Nodes).Inputs.ToArray());
    }

    [Fact]
    public void AShapeOfAnInputStandsAboveTheSizesOfDims()
    {
        EngineProfile profile = Profiler.Profile(
            TinyModel.Info(Digits), options: new ProfileOptions { Runs = 1, OpenDims = Sizes("batch", 3), InputShapes = ImmutableDictionary<string, ImmutableArray<long>>.Empty.Add("image", [5, 1, 8, 8]) });

        Assert.Equal("float 5×10", profile.Nodes.Single(node => node.Operator == "Softmax").Outputs[0]);
    }

    [Fact]
    public void WrongValuesAreNamed()
    {
        ModelInfo model = TinyModel.Info(Digits);

        ModelGenException unknown = Assert.Throws<ModelGenException>(() => Profiler.Profile(model, options: new ProfileOptions { Inputs = [NamedTensor.Create<float>("picture", [1], 1)] }));
        Assert.Equal(("image", "'picture'"), (unknown.Expected, unknown.Actual));
        ModelGenException type = Assert.Throws<ModelGenException>(() => Profiler.Profile(model, options: new ProfileOptions { Inputs = [NamedTensor.Create<int>("image", new int[64], 1, 1, 8, 8)] }));
        Assert.Equal("Int32", type.Actual);
        ModelGenException shape = Assert.Throws<ModelGenException>(() => Profiler.Profile(model, options: new ProfileOptions { Inputs = [NamedTensor.Create<float>("image", new float[64], 64)] }));
        Assert.Contains("image", shape.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NamedTensor.Create<float>("image", [1, 2, 3], 2, 2));
    }

    [Fact]
    public void NoRunsAreRefusedAndACancelledProfileStops()
    {
        ModelInfo model = TinyModel.Info(Digits);

        Assert.Throws<ArgumentOutOfRangeException>(() => Profiler.Profile(model, options: new ProfileOptions { Runs = 0 }));
        Assert.Throws<OperationCanceledException>(() => Profiler.Profile(model, cancellationToken: new CancellationToken(canceled: true)));
    }

    private static string Name(JsonElement e) => e.GetProperty("name").GetString()!;

    private static ImmutableDictionary<string, int> Sizes(string name, int size) => ImmutableDictionary<string, int>.Empty.Add(name, size);
}
