using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Decides how the output of a model that takes pictures is read: as <c>ModelGenResult</c> says, else by labels and shape.</summary>
internal static class ResultChoice
{
    private const string Classification = "classification", Segmentation = "segmentation", Mask = "mask", Embedding = "embedding", None = "none";

    private static readonly string[] s_words = [Classification, Segmentation, Mask, Embedding, None];

    internal static ResultSpec? Choose(ModelItem item, ModelFacts facts, Ports ports, bool takesPictures, Sidecars sidecars, ProblemList problems)
    {
        string word = item.Result.ToLowerInvariant();
        if (word.Length > 0 && !s_words.Contains(word))
        {
            problems.Add(MetadataRules.ResultUnknown, $"ModelGenResult=\"{Printable.Line(item.Result, 100)}\" is none of: {string.Join(", ", s_words)}.{NearestName.Hint(word, s_words)}");
            return null;
        }
        if (word is None)
            return null;
        if (word.Length > 0 && !takesPictures)
        {
            DoesNotFit(word, "a model that takes pictures, with preprocessing from ModelGenPreprocess or a preprocessor_config.json", PortSpec.Describe(ports.Inputs), problems);
            return null;
        }
        return word switch
        {
            Mask => ReadMask(facts, ports, problems),
            Embedding => ReadEmbedding(ports, problems),
            _ => ReadClasses(word, item, facts, ports, takesPictures, sidecars, problems),
        };
    }

    private static MaskSpec? ReadMask(ModelFacts facts, Ports ports, ProblemList problems)
    {
        if (OutputShapes.Mask(ports) is { } shape)
            return new MaskSpec(shape, ScoreKindOf(facts.Outputs[0].Operator));
        DoesNotFit(Mask, "a first output of float32 with one number a pixel: N×1×H×W, N×H×W×1 or N×H×W", PortSpec.Describe(ports.Outputs), problems);
        return null;
    }

    private static EmbeddingSpec? ReadEmbedding(Ports ports, ProblemList problems)
    {
        if (OutputShapes.Row(ports) is > 0 and <= int.MaxValue and var dimensions)
            return new EmbeddingSpec((int)dimensions);
        DoesNotFit(Embedding, "a first output of float32 with one row of numbers a picture: N×D", PortSpec.Describe(ports.Outputs), problems);
        return null;
    }

    private static ResultSpec? ReadClasses(string word, ModelItem item, ModelFacts facts, Ports ports, bool takesPictures, Sidecars sidecars, ProblemList problems)
    {
        bool asked = item.Labels.Length > 0 || word.Length > 0;
        // A text or sound model may have a config.json too; what it says of labels is of no use here, so that nothing in it can be wrong.
        if (!asked && !takesPictures)
            return null;
        (LabelsResult labels, string source) = LabelChoice.Read(item, facts, sidecars);
        if (labels.Problem is { } problem)
            problems.AddRange([problem]);
        if (labels.Labels is not { } names)
        {
            if (word.Length > 0 && labels.Problem is null)
                DoesNotFit(word, "labels from ModelGenLabels, a labels.txt or a config.json beside the model", "none", problems);
            return null;
        }
        if (takesPictures && word != Segmentation && OutputShapes.Row(ports) is { } classes)
        {
            if (LabelCount.Check(names.Count, classes, ports.Outputs[0].OnnxName, source) is not { } differs)
                return new ClassifierSpec(ClassSpec.Of(names), ScoreKindOf(facts.Outputs[0].Operator));
            problems.AddRange([differs]);
            return null;
        }
        // Integers may be anything, so that they are labels only where somebody says so.
        if (takesPictures && word != Classification && (OutputShapes.Scores(ports, names.Count) ?? (word == Segmentation ? OutputShapes.Labels(ports) : null)) is { } shape)
            return new SegmenterSpec(ClassSpec.Of(names), shape);
        if (word.Length > 0)
            DoesNotFit(word, Expected(word, names.Count), PortSpec.Describe(ports.Outputs), problems);
        else if (asked)
            NoClasses(takesPictures, names.Count, ports, problems);
        return null;
    }

    private static string Expected(string word, int classes) => word == Classification
        ? "a first output of float32 with one row of scores a picture: N×C"
        : FormattableString.Invariant($"a first output of float32 with a score for each of the {classes} labels and each pixel, N×{classes}×H×W or N×H×W×{classes}, or of int64, int32 or uint8 with one label a pixel, N×H×W");

    /// <summary>What the scores are, by the operator that makes them.</summary>
    private static string ScoreKindOf(string? lastOperator) => lastOperator switch
    {
        "Softmax" => "Probabilities",
        "Sigmoid" => "IndependentProbabilities",
        _ => "Logits",
    };

    private static void DoesNotFit(string word, string expected, string actual, ProblemList problems) => problems.Add(
        MetadataRules.ResultDoesNotFit,
        $"ModelGenResult=\"{word}\" does not fit the model: expected {expected}, and got {(actual.Length == 0 ? "nothing" : actual)}. Add what is missing, or remove ModelGenResult.");

    private static void NoClasses(bool takesPictures, int labels, Ports ports, ProblemList problems)
    {
        string why = takesPictures
            ? FormattableString.Invariant($"expected a first output of float32 with one row of scores a picture, or with {labels} scores a pixel, one a label, and got {PortSpec.Describe(ports.Outputs)}")
            : "expected a model that takes pictures, with preprocessing from ModelGenPreprocess or a preprocessor_config.json";
        problems.Add(MetadataRules.LabelsUnreadable, $"ModelGenLabels names classes, but nothing here has any: {why}. Remove ModelGenLabels, or add what is missing.");
    }
}
