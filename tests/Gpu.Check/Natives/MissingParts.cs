using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>What a machine lacks for TensorRT, each with the loader's own words and what to install.</summary>
internal static class MissingParts
{
    /// <summary>A line for each thing that is missing; none where all is there.</summary>
    /// <param name="platform">The machine.</param>
    public static IReadOnlyList<string> Look(NativePlatform platform)
    {
        List<string> missing = [];
        Try(missing, () => platform.Gpus.Describe(0), "install NVIDIA's driver, and in a container run it with the NVIDIA runtime");
        Try(missing, () => platform.Gpus.TensorRT(), "install TensorRT 10, or copy its libnvinfer*.so.10 and libnvonnxparser.so.10 into the folder of --natives");
        Try(missing, () => platform.Cuda(), "install CUDA's runtime 13 (or 12) and cuDNN 9, or copy their libraries into the folder of --natives");
        IReadOnlyList<string> compiled = platform.Sessions.CompiledProviders;
        foreach (string provider in new[] { ProviderNames.TensorRT, ProviderNames.Cuda })
        {
            if (!compiled.Contains(provider))
            {
                missing.Add(
                    $"{provider}: this ONNX Runtime {platform.Sessions.Version} was built with {string.Join(", ", compiled)} only; " +
                    "build this program with -p:ModelGenGpu=true, or copy the libraries of the package Microsoft.ML.OnnxRuntime.Gpu of that version into the folder of --natives");
            }
        }
        return missing;
    }

    private static void Try(List<string> missing, Action look, string remedy)
    {
        try
        {
            look();
        }
        catch (ProviderUnavailableException e)
        {
            missing.Add($"{e.Message}; {remedy}");
        }
        catch (ModelGenException e)
        {
            missing.Add($"{e.Message}; {remedy}");
        }
    }
}
