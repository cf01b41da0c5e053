using System.Runtime.InteropServices;

namespace Package.Tests;

/// <summary>A test that links a native program: skipped, and said so, where there is no linker.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = $"NativeAOT is tried on Linux; this is {RuntimeInformation.OSDescription}.";
        else if (!new[] { "clang", "gcc" }.Any(IsOnPath))
            Skip = "NativeAOT links with clang or gcc, and neither is on the PATH. Install one, and zlib's headers.";
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
