using Google.Protobuf.WellKnownTypes;
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
        (Struct? fields, Problem? malformed) = SidecarJson.Parse(json, fileName);
        return fields is null ? (null, new([malformed!])) : Read(fields, input, fileName);
    }

    /// <summary>The same of a file that is parsed already.</summary>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(Struct fields, ImageInputShape input, string fileName)
    {
        var values = new ConfigValues(fields, fileName);
        string? typeName = values.Text("image_processor_type") ?? values.Text("feature_extractor_type");
        ProcessorDefaults processor = KnownProcessors.Find(typeName);
        PreprocessingSpec? spec = new ProcessorReader(values, processor, typeName).Read(input);
        return SpecFit.Settle(spec, input, XmlText.Plain(fileName), values.Problems);
    }
}
