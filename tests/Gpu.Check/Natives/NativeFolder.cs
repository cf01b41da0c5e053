using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.GpuCheck;

/// <summary>Native libraries in a folder that no library path names.</summary>
internal static class NativeFolder
{
    // The driver's own, which belong to the kernel's module: copies, and the stubs of CUDA's toolkit, would not fit it.
    private static readonly string[] s_driver = ["libcuda.so", "libnvidia-ml.so", "libnvidia-ptxjitcompiler.so"];

    /// <summary>Makes ONNX Runtime load from the folder, and loads all others by their paths, so that the loader finds them by name from then on.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="hidden">Libraries whose names contain this stay unloaded; null for none.</param>
    /// <returns>What did not load, in the loader's words.</returns>
    public static IReadOnlyList<string> Use(string folder, string? hidden)
    {
        string core = Path.Join(folder, OperatingSystem.IsWindows() ? "onnxruntime.dll" : "libonnxruntime.so");
        if (File.Exists(core))
        {
            OrtEnv.DisableDllImportResolver = true;
            Resolve(typeof(OrtEnv).Assembly, core);
            Resolve(typeof(ModelInfo).Assembly, core);
        }
        return LoadAll([.. Libraries(folder).Where(path => hidden is null || !Path.GetFileName(path).Contains(hidden, StringComparison.Ordinal))]);
    }

    /// <summary>The libraries that are loaded before ONNX Runtime asks for them. Its own providers it must load by itself.</summary>
    public static IEnumerable<string> Libraries(string folder) => Directory.EnumerateFiles(folder)
        .Where(path => IsLibrary(Path.GetFileName(path)))
        .Order(StringComparer.Ordinal);

    /// <summary>The loader's own words, which .NET wraps in advice and in what it tried with other endings.</summary>
    public static string LoaderSays(Exception e)
    {
        string[] lines = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("undefined symbol", StringComparison.Ordinal) || line.Contains("version `", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.Contains("cannot open", StringComparison.Ordinal))
            ?? lines[0];
    }

    private static bool IsLibrary(string name) =>
        (name.EndsWith(".so", StringComparison.Ordinal) || name.Contains(".so.", StringComparison.Ordinal))
        && !name.StartsWith("libonnxruntime", StringComparison.Ordinal)
        && !s_driver.Any(driver => name.StartsWith(driver, StringComparison.Ordinal));

    private static void Resolve(Assembly assembly, string core) => NativeLibrary.SetDllImportResolver(
        assembly, (name, _, _) => name is "onnxruntime" or "onnxruntime.dll" ? NativeLibrary.Load(core) : 0);

    // They need each other in an order that nobody wrote down: what fails is tried again as long as others load.
    private static List<string> LoadAll(List<string> paths)
    {
        List<string> failed = paths, messages = [];
        int before;
        do
        {
            before = failed.Count;
            messages.Clear();
            failed = [.. failed.Where(path => !Loads(path, messages))];
        }
        while (failed.Count > 0 && failed.Count < before);
        return messages;
    }

    private static bool Loads(string path, List<string> messages)
    {
        try
        {
            NativeLibrary.Load(path);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            messages.Add(LoaderSays(e));
            return false;
        }
    }
}
