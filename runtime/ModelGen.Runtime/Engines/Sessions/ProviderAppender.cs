using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Asks for a recipe's provider in the way that its kind needs.</summary>
internal static class ProviderAppender
{
    private static readonly Lock s_gate = new();

    /// <summary>Appends the provider; the CPU needs no asking.</summary>
    public static void Append(SessionOptions options, OrtEnv env, SessionRecipe recipe)
    {
        if (recipe.Provider == Provider.TensorRT)
        {
            AppendTensorRT(options, recipe);
            if (recipe.CudaSettings is { } cuda)
                AppendCuda(options, cuda);
        }
        else if (recipe.Provider == Provider.Cuda)
        {
            AppendCuda(options, recipe.Settings);
        }
        else if (recipe.Provider != Provider.Cpu)
        {
            AppendPlugin(options, env, recipe);
        }
    }

    private static void AppendTensorRT(SessionOptions options, SessionRecipe recipe)
    {
        using OrtTensorRTProviderOptions tensorRT = new();
        tensorRT.UpdateOptions(new Dictionary<string, string>(recipe.Settings));
        options.AppendExecutionProvider_Tensorrt(tensorRT);
    }

    private static void AppendCuda(SessionOptions options, ImmutableSortedDictionary<string, string> settings)
    {
        using OrtCUDAProviderOptions cuda = new();
        cuda.UpdateOptions(new Dictionary<string, string>(settings));
        options.AppendExecutionProvider_CUDA(cuda);
    }

    private static void AppendPlugin(SessionOptions options, OrtEnv env, SessionRecipe recipe)
    {
        string name = recipe.Provider.Name;
        if (recipe.Provider.LibraryPath is { } library)
            Register(env, name, library);
        OrtEpDevice[] devices = [.. env.GetEpDevices().Where(device => device.EpName == name)];
        if (devices.Length > 0)
        {
            // One device: a provider that finds several would otherwise be free to mix them.
            options.AppendExecutionProvider(env, [devices[0]], recipe.Settings);
            return;
        }
        if (env.GetAvailableProviders().Contains(name))
        {
            // Built into this ONNX Runtime: the older call takes the name without its ending.
            options.AppendExecutionProvider(name.Replace("ExecutionProvider", "", StringComparison.Ordinal), new Dictionary<string, string>(recipe.Settings));
            return;
        }
        string known = string.Join(", ", env.GetEpDevices().Select(device => device.EpName).Concat(env.GetAvailableProviders()).Distinct());
        throw new ProviderUnavailableException(
            $"no provider of the name '{name}' is registered; there are {known}",
            "Give the plug-in's library with Provider.Plugin(name, libraryPath), and write the name as ONNX Runtime does.");
    }

    // Registering the same library twice is an error there; two models may well ask for the same one.
    private static void Register(OrtEnv env, string name, string library)
    {
        lock (s_gate)
        {
            if (env.GetEpDevices().Any(device => device.EpName == name))
                return;
            if (!File.Exists(library))
                throw new ProviderUnavailableException($"its library '{library}' is missing", "Put the plug-in's package into the project, or give the path where its library lies.");
            env.RegisterExecutionProviderLibrary(name, library);
        }
    }
}
