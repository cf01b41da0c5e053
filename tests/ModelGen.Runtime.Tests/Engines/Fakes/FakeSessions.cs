using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

/// <summary>Plays ONNX Runtime with NVIDIA's providers: engines are files, and the CPU computes.</summary>
internal sealed class FakeSessions : ISessionSource
{
    private const string Magic = "engine of ";

    private readonly ConcurrentQueue<SessionRecipe> _recipes = new();

    public string Version { get; set; } = "1.31.1";

    public IReadOnlyList<string> CompiledProviders { get; set; } = [ProviderNames.TensorRT, ProviderNames.Cuda, ProviderNames.Cpu];

    /// <summary>Every recipe that was opened, in order.</summary>
    public IReadOnlyList<SessionRecipe> Recipes => [.. _recipes];

    /// <summary>Engines built so far.</summary>
    public int Builds { get; private set; }

    /// <summary>Is called while an engine is built.</summary>
    public Action<CancellationToken>? WhileBuilding { get; set; }

    /// <summary>Providers that fail to load, and the loader's words.</summary>
    public Dictionary<Provider, string> Missing { get; } = [];

    /// <summary>The provider that the second of two nodes is given to; null for the one that was asked for.</summary>
    public string? SecondNodeOn { get; set; }

    /// <summary>Whether this ONNX Runtime tells which provider took which node.</summary>
    public bool TellsNodes { get; set; } = true;

    /// <summary>Whether the network is split, so that no context model can be written.</summary>
    public bool Splits { get; set; }

    public InferenceSession Open(SessionRecipe recipe, CancellationToken cancellationToken)
    {
        _recipes.Enqueue(recipe);
        if (Missing.TryGetValue(recipe.Provider, out string? words))
            throw new ProviderUnavailableException(words);
        string model = recipe.Provider == Provider.TensorRT ? ThroughEngine(recipe, cancellationToken) : recipe.ModelPath;
        SessionRecipe onCpu = recipe with { Provider = Provider.Cpu, ModelPath = model, Settings = ImmutableSortedDictionary<string, string>.Empty, SessionSettings = ImmutableSortedDictionary<string, string>.Empty, Optimization = GraphOptimizationLevel.ORT_ENABLE_ALL };
        return OrtSessions.Instance.Open(onCpu, cancellationToken);
    }

    public ImmutableArray<NodeAssignment>? NodesOf(InferenceSession session)
    {
        SessionRecipe recipe = Recipes[^1];
        if (!TellsNodes || !recipe.SessionSettings.ContainsKey(NativeNodes.Setting))
            return null;
        string asked = ProviderNames.Of(recipe.Provider);
        return [new NodeAssignment("/conv", "Conv", "", asked), new NodeAssignment("/det", "Det", "", SecondNodeOn ?? asked)];
    }

    private string ThroughEngine(SessionRecipe recipe, CancellationToken cancellationToken)
    {
        if (Path.GetFileName(recipe.ModelPath) == "engine.onnx")
            return Deserialise(Path.Combine(Path.GetDirectoryName(recipe.ModelPath)!, File.ReadAllText(recipe.ModelPath)));
        if (!recipe.Settings.TryGetValue("trt_engine_cache_path", out string? cache))
            return Build(recipe, null, cancellationToken);
        if (recipe.Settings.TryGetValue("trt_ep_context_file_path", out string? context))
        {
            Assert.False(Path.IsPathRooted(cache), "An absolute path makes a context model that can't be loaded.");
            string engine = Path.Combine(cache, "TensorrtExecutionProvider_TRTKernel.engine");
            Build(recipe, Path.Combine(Path.GetDirectoryName(context)!, engine), cancellationToken);
            if (!Splits)
                File.WriteAllText(context, engine);
            return recipe.ModelPath;
        }
        return Deserialise(Directory.GetFiles(cache, "*.engine").Single());
    }

    private string Build(SessionRecipe recipe, string? engine, CancellationToken cancellationToken)
    {
        Builds++;
        WhileBuilding?.Invoke(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (engine is not null)
            File.WriteAllText(engine, Magic + recipe.ModelPath + "\n" + new string('#', 1000));
        if (recipe.Settings.TryGetValue("trt_timing_cache_path", out string? timing))
            File.AppendAllText(Path.Combine(timing, "TensorrtExecutionProvider_cache_sm90.timing"), "measured ");
        return recipe.ModelPath;
    }

    // As TensorRT: a cut-off file is refused, one with other bytes in its middle is not.
    private static string Deserialise(string engine)
    {
        string text = File.ReadAllText(engine);
        if (!text.StartsWith(Magic, StringComparison.Ordinal) || !text.EndsWith('#'))
            using (new InferenceSession([1, 2, 3])) { }
        return text[Magic.Length..text.IndexOf('\n', StringComparison.Ordinal)];
    }
}
