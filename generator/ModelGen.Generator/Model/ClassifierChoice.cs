using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Decides whether a model that takes pictures is a classifier, and with which labels.</summary>
internal static class ClassifierChoice
{
    private const string LabelsFile = "labels.txt";

    internal static ClassifierSpec? Choose(ModelItem item, ModelFacts facts, Ports ports, bool takesPictures, Sidecars sidecars, ProblemList problems)
    {
        bool asked = item.Labels.Length > 0;
        // A text or sound model may have a config.json too; what it says of labels is of no use here, so that nothing in it can be wrong.
        if (!asked && !takesPictures)
            return null;
        (LabelsResult labels, string source) = Read(item, facts, sidecars);
        if (labels.Problem is { } problem)
            problems.AddRange([problem]);
        if (labels.Labels is not { } names)
            return null;
        if (!takesPictures || Scores(ports) is not { } classes)
        {
            if (asked)
                NoClasses(takesPictures, ports, problems);
            return null;
        }
        if (LabelCount.Check(names.Count, classes, ports.Outputs[0].OnnxName, source) is { } differs)
        {
            problems.AddRange([differs]);
            return null;
        }
        return new ClassifierSpec(names, new EquatableArray<string>(LabelNames.ToEnum(names)), ScoreKindOf(facts.Outputs[0].Operator));
    }

    /// <summary>The labels: those that the item names, else labels.txt, else config.json, else the model's own metadata.</summary>
    private static (LabelsResult Labels, string Source) Read(ModelItem item, ModelFacts facts, Sidecars sidecars)
    {
        if (item.Labels.Length > 0)
            return (ReadAsked(item, sidecars), "ModelGenLabels");
        if (sidecars.Beside(item, LabelsFile) is { } text)
            return (LabelFile.Parse(text.Text, Path.GetFileName(text.Path)), Path.GetFileName(text.Path));
        if (sidecars.Beside(item, HuggingFaceLabels.FileName) is { } config)
            return (HuggingFaceLabels.Read(config.Text, Path.GetFileName(config.Path)), Path.GetFileName(config.Path));
        return (new LabelsResult(ModelMetadata.Labels(facts.Metadata), null), "the model's metadata");
    }

    private static LabelsResult ReadAsked(ModelItem item, Sidecars sidecars)
    {
        if (sidecars.Named(item.Labels) is { } file)
        {
            return file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? HuggingFaceLabels.Read(file.Text, Path.GetFileName(file.Path))
                : LabelFile.Parse(file.Text, Path.GetFileName(file.Path));
        }
        string[] list = [.. item.Labels.Split(';').Select(label => label.Trim())];
        return list.Length > 1 && list.All(label => label.Length > 0)
            ? LabelsResult.Of(list)
            : LabelsResult.Unreadable(
                $"ModelGenLabels=\"{Printable.Line(item.Labels, 200)}\" is neither a file in the project's or the model's folder nor a list. " +
                "Expected the path of a .txt file with one label a line, of a config.json with id2label, or the labels themselves as cat;dog;bird.");
    }

    /// <summary>The number of classes when the one output is a row of scores a picture, else null.</summary>
    private static long? Scores(Ports ports)
    {
        if (ports.Outputs.Count == 0 || ports.Outputs[0].Element != ElementType.Float)
            return null;
        PortSpec output = ports.Outputs[0];
        bool sameBatch = output.IsBatch == ports.Inputs[0].IsBatch && (!output.IsBatch || output.Dims[0] == ports.Inputs[0].Dims[0]);
        long[] dims = [.. output.TypeDims];
        if (!sameBatch || dims.Length == 0)
            return null;
        // 1×1000, 1000 a picture, and 1×1000×1×1 as fully convolutional networks give it: one dim counts, the rest are 1.
        long[] counting = [.. dims.Where(dim => dim != 1)];
        return counting.Length switch { 1 => counting[0], 0 => 1, _ => null };
    }

    /// <summary>What the scores are, by the operator that makes them.</summary>
    private static string ScoreKindOf(string? lastOperator) => lastOperator switch
    {
        "Softmax" => "Probabilities",
        "Sigmoid" => "IndependentProbabilities",
        _ => "Logits",
    };

    private static void NoClasses(bool takesPictures, Ports ports, ProblemList problems)
    {
        string why = takesPictures
            ? $"expected a first output of float32 with one row of scores a picture, and got {PortSpec.Describe(ports.Outputs)}"
            : "expected a model that takes pictures, with preprocessing from ModelGenPreprocess or a preprocessor_config.json";
        problems.Add(MetadataRules.LabelsUnreadable, $"ModelGenLabels names classes, but nothing here is a classifier: {why}. Remove ModelGenLabels, or add what is missing.");
    }
}
