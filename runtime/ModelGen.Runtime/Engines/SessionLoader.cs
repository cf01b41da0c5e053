using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Makes ONNX Runtime's session for a model file.</summary>
internal static class SessionLoader
{
    /// <summary>Loads the file.</summary>
    /// <exception cref="ModelGenException">ONNX Runtime refuses it.</exception>
    public static InferenceSession Load(ModelInfo info, ModelOptions options, string path)
    {
        if (info.Inputs.Concat(info.Outputs).FirstOrDefault(port => port.Type >= ElementType.Float8E4M3FN) is { } port)
            throw UnknownElement(info, port, path);
        using SessionOptions session = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        if (options.IntraOpThreads is { } threads)
            session.IntraOpNumThreads = threads;
        // The names are checked when the program is compiled; ONNX Runtime itself ignores an unknown one without a word.
        foreach ((string name, long size) in info.FixedDims)
            session.AddFreeDimensionOverrideByName(name, size);
        options.ConfigureSession?.Invoke(session);

        try
        {
            return new InferenceSession(path, session);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelGenException(
                "ONNX Runtime can't load the model",
                actual: e.Message,
                where: $"model '{info.Name}', '{path}'",
                remedy: $"Check that its operators and opset ({string.Join(", ", info.Opsets)}) are known to ONNX Runtime " +
                        $"{OrtEnv.Instance().GetVersionString()}, and that weights kept in files of their own lie beside it.",
                innerException: e);
        }
    }

    // InferenceSession's constructor throws for them, "Unregistered TensorElementType" (1.31.1). Inside the network they work.
    private static ModelGenException UnknownElement(ModelInfo info, TensorInfo port, string path) => new(
        "ONNX Runtime's C# library has no inputs or outputs of 8-bit floats",
        actual: $"'{port}'",
        where: $"model '{info.Name}', '{path}'",
        remedy: "Cast to or from float32 or float16 inside the network, at its border; 8-bit floats between its nodes do no harm.");
}
