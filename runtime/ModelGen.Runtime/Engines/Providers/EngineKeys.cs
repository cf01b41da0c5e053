using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ModelGen.Engines;

/// <summary>What an engine hangs on. The provider's own file names leave out weights, fixed shapes and options, so that it serves engines of other models.</summary>
internal static class EngineKeys
{
    // Raised when what an entry holds, or how it is loaded, changes.
    private const string Layout = "1";

    /// <summary>The key of a TensorRT engine.</summary>
    /// <param name="request">The model.</param>
    /// <param name="settings">The settings that shape the engine.</param>
    /// <param name="gpu">The GPU and its driver.</param>
    /// <param name="tensorRT">TensorRT's version.</param>
    public static EngineKey ForTensorRT(LoadRequest request, ImmutableSortedDictionary<string, string> settings, GpuInfo gpu, Version tensorRT)
    {
        List<KeyValuePair<string, string>> parts = Common(request, Provider.TensorRT);
        parts.Add(new("tensorrt", tensorRT.ToString()));
        parts.Add(new("cuda", CudaVersion(request)));
        parts.Add(new("driver", gpu.Driver));
        parts.Add(new("gpu", gpu.Name));
        parts.Add(new("compute capability", gpu.ComputeCapability));
        parts.Add(new("tf32", request.Options.Cuda.AllowTF32 ? "allowed" : "forbidden"));
        foreach ((string name, string value) in settings)
            parts.Add(new("option/" + name, value));
        if (request.Options.TensorRT.CalibrationTable is { } table)
            parts.Add(new("calibration table", HashOf(request, table)));
        return new EngineKey(ModelHash(request), parts);
    }

    private static List<KeyValuePair<string, string>> Common(LoadRequest request, Provider provider)
    {
        List<KeyValuePair<string, string>> parts =
        [
            new("layout", Layout),
            new("provider", provider.Name),
            new("precision", request.Precision.ToString()),
            new("onnxruntime", request.Platform.Sessions.Version),
            new("modelgen", typeof(EngineKeys).Assembly.GetName().Version?.ToString() ?? "?"),
            new("os", RuntimeInformation.RuntimeIdentifier),
            new("salt", request.Options.Cache.Salt),
        ];
        foreach ((string name, long size) in request.Info.FixedDims)
            parts.Add(new("dim/" + name, size.ToString(CultureInfo.InvariantCulture)));
        foreach (string file in request.Info.WeightFiles)
            parts.Add(new("weights/" + file, HashOf(request, Path.Combine(Path.GetDirectoryName(request.ModelPath)!, file))));
        return parts;
    }

    // The class's own hash would do where the file was compared with it; it is not where the user turned that off.
    private static string ModelHash(LoadRequest request) =>
        request.Options.VerifyModelFile ? request.Info.Sha256 : HashOf(request, request.ModelPath);

    private static string CudaVersion(LoadRequest request)
    {
        try
        {
            return request.Platform.Cuda().Version.ToString();
        }
        catch (ProviderUnavailableException)
        {
            return "unknown";
        }
    }

    private static string HashOf(LoadRequest request, string path)
    {
        try
        {
            return FileHash.Sha256(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelGenException(
                "A file that belongs to the model can't be read",
                actual: e.Message,
                where: $"model '{request.Info.Name}', '{path}'",
                remedy: "Keep the model's files together, as the build copies them to the output folder.",
                innerException: e);
        }
    }
}
