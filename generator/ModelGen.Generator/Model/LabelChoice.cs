using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Finds a model's labels: those that the item names, else labels.txt, else config.json, else the model's own metadata.</summary>
internal static class LabelChoice
{
    private const string LabelsFile = "labels.txt";

    /// <summary>The labels, or what is wrong with them, and where they come from.</summary>
    internal static (LabelsResult Labels, string Source) Read(ModelItem item, ModelFacts facts, Sidecars sidecars)
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
}
