namespace ModelGen.Conformance;

/// <summary>All cases, by where their models come from.</summary>
internal static class Families
{
    /// <summary>Architectures as torch, timm and transformers export them, weights left out.</summary>
    public const string Zoo = "zoo";

    /// <summary>Models as users of Keras and TensorFlow export them.</summary>
    public const string Keras = "keras";

    /// <summary>scikit-learn, boosted trees, ONNX Runtime's own operators, quantised and odd graphs.</summary>
    public const string MlContrib = "ml-contrib";

    /// <summary>ONNX's backend tests: mostly one operator each.</summary>
    public const string Node = "node";

    /// <summary>Classic networks without weights, from ONNX's repository.</summary>
    public const string Light = "light";

    /// <summary>Trained models of this repository and of other people.</summary>
    public const string Trained = "trained";

    private static readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, ModelCase>>> s_families = new()
    {
        [Zoo] = Load(() => RecordedCases.Read(Zoo)),
        [Keras] = Load(() => RecordedCases.Read(Keras)),
        [MlContrib] = Load(() => RecordedCases.Read(MlContrib)),
        [Node] = Load(NodeCases.Read),
        [Light] = Load(LightCases.Read),
        [Trained] = Load(TrainedCases.Read),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => s_families.Keys;

    /// <summary>The case of an id.</summary>
    public static ModelCase Case(string id)
    {
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        return Of(id[..slash])[id[(slash + 1)..]];
    }

    /// <summary>The cases of a family, by name.</summary>
    public static IReadOnlyDictionary<string, ModelCase> Of(string family) => s_families[family].Value;

    /// <summary>The names of a family's cases, for theories.</summary>
    public static TheoryData<string> CaseNames(string family) => [.. Of(family).Keys];

    private static Lazy<IReadOnlyDictionary<string, ModelCase>> Load(Func<IEnumerable<ModelCase>> read) =>
        new(() => read()
            .Select(item => DataDependent.Reasons.ContainsKey(item.Id) ? item with { MayBeOpen = true } : item)
            .ToDictionary(item => item.Name, StringComparer.Ordinal));
}
