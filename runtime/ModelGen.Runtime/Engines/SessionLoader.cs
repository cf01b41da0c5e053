using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Makes ONNX Runtime's session for a model file.</summary>
internal static class SessionLoader
{
    /// <summary>Loads the file.</summary>
    /// <exception cref="ModelGenException">ONNX Runtime refuses it.</exception>
    public static InferenceSession Load(ModelInfo info, ModelOptions options, string path)
    {
        using SessionOptions session = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        if (options.IntraOpThreads is { } threads)
            session.IntraOpNumThreads = threads;
        if (options.AllowSpinning is { } spins)
        {
            // Both pools: the second one is there in parallel execution mode only.
            session.AddSessionConfigEntry("session.intra_op.allow_spinning", spins ? "1" : "0");
            session.AddSessionConfigEntry("session.inter_op.allow_spinning", spins ? "1" : "0");
        }
        if (NativeRuntime.SharesThreads && options.IntraOpThreads is null)
            session.DisablePerSessionThreads();
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
}
