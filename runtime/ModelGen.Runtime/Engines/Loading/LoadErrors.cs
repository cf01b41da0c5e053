using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>The errors of loading.</summary>
internal static class LoadErrors
{
    /// <summary>ONNX Runtime refuses the model itself.</summary>
    public static ModelGenException Refused(LoadRequest request, OnnxRuntimeException cause) => new(
        "ONNX Runtime can't load the model",
        actual: cause.Message,
        where: $"model '{request.Info.Name}', '{request.ModelPath}'",
        remedy: $"Check that its operators and opset ({string.Join(", ", request.Info.Opsets)}) are known to ONNX Runtime " +
                $"{request.Platform.Sessions.Version}, and that weights kept in files of their own lie beside it.",
        innerException: cause);

    /// <summary>No provider of the ones that may be used loads the model.</summary>
    public static ModelGenException NoProvider(LoadRequest request, IReadOnlyList<ProviderAttempt> attempts, string? remedy, Exception? cause) => new(
        $"The model can't be loaded on {request.Options.Provider}",
        expected: request.Options.Strict ? $"{request.Options.Provider} for every node, since loading is strict" : null,
        actual: string.Join("; ", attempts),
        where: $"model '{request.Info.Name}', '{request.ModelPath}'",
        remedy: string.Join(' ', new[] { remedy, request.Options.Strict ? "Without ModelOptions.Strict another provider would take over what this one leaves." : null }.OfType<string>()),
        innerException: cause);
}
