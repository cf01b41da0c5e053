using System.Runtime.InteropServices;

namespace ModelGen.Engines;

/// <summary>Why a provider that this ONNX Runtime was built with does not load: the loader's own words, which its exceptions leave out.</summary>
internal static class ProviderFailure
{
    /// <summary>The reason, with what to do.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="cause">What ONNX Runtime threw.</param>
    /// <param name="log">What it wrote to its log meanwhile.</param>
    public static ProviderUnavailableException Explain(Provider provider, Exception cause, IReadOnlyList<string> log)
    {
        // Some builds lack the function, others have it and say "not enabled in this build".
        if (cause is EntryPointNotFoundException || cause.Message.Contains("not enabled in this build", StringComparison.Ordinal))
            return NotBuiltIn(provider, cause);
        string reason = log.LastOrDefault(IsAboutLoading) is { } line ? OneLine(line) : LoaderMessage(provider) ?? OneLine(cause.Message);
        return new ProviderUnavailableException(reason, RemedyFor(provider), cause);
    }

    /// <summary>The reason where ONNX Runtime's library lacks the provider altogether.</summary>
    public static ProviderUnavailableException NotBuiltIn(Provider provider, Exception? cause = null) => new(
        "this ONNX Runtime was built without it",
        provider.IsPlugin
            ? "Give the plug-in's library with Provider.Plugin(name, libraryPath)."
            : "Refer to the package Microsoft.ML.OnnxRuntime.Gpu in place of Microsoft.ML.OnnxRuntime; never to both, since the CPU's library would shadow the other.",
        cause);

    private static bool IsAboutLoading(string line) =>
        line.Contains("cannot open shared object", StringComparison.OrdinalIgnoreCase)
        || line.Contains("Failed to load", StringComparison.OrdinalIgnoreCase)
        || line.Contains("LoadLibrary", StringComparison.OrdinalIgnoreCase)
        || line.Contains("undefined symbol", StringComparison.OrdinalIgnoreCase);

    // Where the log belongs to somebody else: loading the provider's library again makes the loader say what is missing.
    private static string? LoaderMessage(Provider provider)
    {
        string? name = provider == Provider.TensorRT ? "onnxruntime_providers_tensorrt" : provider == Provider.Cuda ? "onnxruntime_providers_cuda" : null;
        if (name is null)
            return null;
        try
        {
            NativeLibrary.Free(NativeLibrary.Load(name, typeof(Microsoft.ML.OnnxRuntime.OrtEnv).Assembly, searchPath: null));
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return OneLine(e.Message);
        }
    }

    private static string? RemedyFor(Provider provider) =>
        provider == Provider.TensorRT
            ? "Install TensorRT 10 and the CUDA and cuDNN libraries that ONNX Runtime was built for, and put their folders on the library path (LD_LIBRARY_PATH, or PATH on Windows)."
            : provider == Provider.Cuda
                ? "Install the NVIDIA driver and the CUDA and cuDNN libraries that ONNX Runtime was built for, and put their folders on the library path (LD_LIBRARY_PATH, or PATH on Windows)."
                : null;

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');
}
