namespace ModelGen;

/// <summary>Turns the loader's failure to find Skia's native library into advice.</summary>
internal static class SkiaNative
{
    private static readonly string? s_version = typeof(SkiaSharp.SKCodec).Assembly.GetName().Version?.ToString(2);

    /// <summary>Whether the cause is that libSkiaSharp can't be loaded or is of another version than the managed part.</summary>
    public static bool IsMissing(Exception e) =>
        e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException;

    public static ImageDecodeException Missing(string name, Exception e)
    {
        Exception cause = e;
        while (cause is TypeInitializationException && cause.InnerException is { } inner)
            cause = inner;
        return new ImageDecodeException(
            "Skia's native library is missing", "libSkiaSharp, which decodes pictures, beside the application",
            $"\"{FirstSentence(cause.Message)}\" from the loader", name, Advice(), e);
    }

    private static string Advice()
    {
        string package =
            OperatingSystem.IsLinux() ? "SkiaSharp.NativeAssets.Linux.NoDependencies"
            : OperatingSystem.IsWindows() ? "SkiaSharp.NativeAssets.Win32"
            : OperatingSystem.IsMacOS() ? "SkiaSharp.NativeAssets.macOS"
            : "SkiaSharp.NativeAssets.* of your platform";
        return $"Add the package {package} to the application, in the same version as SkiaSharp ({s_version}…).";
    }

    // The rest is general advice on finding out more.
    private static string FirstSentence(string message) => message.Split(['\n', '\r'], 2)[0].Split(". ", 2)[0].TrimEnd('.', ' ');
}
