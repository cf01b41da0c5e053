using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads <c>preprocessor_config.json</c> as Hugging Face's image processors write it. Never throws.</summary>
internal static class HuggingFaceConfig
{
    /// <summary>The file's usual name.</summary>
    internal const string FileName = "preprocessor_config.json";

    /// <summary>The pipeline that the file says, or all problems that keep it from being one for this model.</summary>
    /// <param name="json">The whole file.</param>
    /// <param name="input">The model's image input.</param>
    /// <param name="fileName">What to call the file in messages.</param>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(string json, ImageInputShape input, string fileName = FileName)
    {
        (var fields, Problem? malformed) = SidecarJson.Parse(json, fileName);
        if (fields is null)
            return (null, new([malformed!]));

        var values = new ConfigValues(fields, fileName);
        string? typeName = values.Text("image_processor_type") ?? values.Text("feature_extractor_type");
        ProcessorDefaults processor = KnownProcessors.Find(typeName);
        PreprocessingSpec? spec = new ProcessorReader(values, processor, typeName).Read(input);
        List<Problem> problems = [.. values.Problems];
        if (spec is not null)
            problems.AddRange(SpecFit.Check(spec, input, XmlText.Plain(fileName)));
        return (problems.Count == 0 ? spec : null, new(problems));
    }
}
