using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Finds out how pictures are prepared from the key-value metadata in a .onnx file itself.</summary>
internal static class ModelMetadata
{
    /// <summary>The pipeline, or all reasons why there is none; neither when the metadata says nothing of pictures.</summary>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(IEnumerable<MetadataEntry> metadata, ImageInputShape input)
    {
        Dictionary<string, string> values = Values(metadata);
        if (UltralyticsMetadata.Task(values) is { } task)
            return UltralyticsMetadata.Read(values, task, input);
        return OnnxImageMetadata.IsThere(values) ? OnnxImageMetadata.Read(values, input) : (null, default);
    }

    /// <summary>The classes that a classifier's metadata names; null when it names none.</summary>
    internal static EquatableArray<string>? Labels(IEnumerable<MetadataEntry> metadata)
    {
        Dictionary<string, string> values = Values(metadata);
        return UltralyticsMetadata.Task(values) == "classify" && values.TryGetValue("names", out string? names) ? PythonNames.Read(names) : null;
    }

    // The last of equal keys counts, as in ONNX Runtime's map.
    private static Dictionary<string, string> Values(IEnumerable<MetadataEntry> metadata) =>
        metadata.GroupBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
}
