using Google.Protobuf.WellKnownTypes;
using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads a .json file that says how pictures are prepared, whoever wrote it. Never throws.</summary>
internal static class ConfigFile
{
    /// <summary>The pipeline that the file says, or all problems that keep it from being one for this model.</summary>
    /// <param name="json">The whole file: Hugging Face's <c>preprocessor_config.json</c>, or timm's <c>config.json</c>.</param>
    /// <param name="input">The model's image input; of size 0 where the steps are to say it.</param>
    /// <param name="fileName">What to call the file in messages.</param>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(string json, ImageInputShape input, string fileName)
    {
        (Struct? fields, Problem? malformed) = SidecarJson.Parse(json, fileName);
        if (fields is null)
            return (null, new([malformed!]));
        return TimmConfig.Settings(fields) is { } timm ? TimmConfig.Read(timm, input, fileName) : HuggingFaceConfig.Read(fields, input, fileName);
    }

    /// <summary>Whether a <c>config.json</c> beside a model is timm's; other libraries' files of that name say nothing of pictures.</summary>
    internal static bool IsTimm(string json, string fileName) => SidecarJson.Parse(json, fileName).Json is { } fields && TimmConfig.Settings(fields) is not null;
}
