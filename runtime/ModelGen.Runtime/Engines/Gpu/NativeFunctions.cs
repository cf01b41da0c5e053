using System.Runtime.InteropServices;

namespace ModelGen.Engines;

/// <summary>A native library by the first of its names that loads. It stays loaded: NVIDIA's libraries don't bear being unloaded.</summary>
internal sealed class NativeFunctions
{
    private readonly nint _library;

    private NativeFunctions(nint library, string name) => (_library, Name) = (library, name);

    /// <summary>The name under which it was found.</summary>
    public string Name { get; }

    /// <summary>Loads it.</summary>
    /// <param name="names">Names on this system, the best first.</param>
    /// <exception cref="ProviderUnavailableException">None loads; the loader's message on the first name.</exception>
    public static NativeFunctions Load(params ReadOnlySpan<string> names)
    {
        string? message = null;
        foreach (string name in names)
        {
            try
            {
                return new NativeFunctions(NativeLibrary.Load(name), name);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                message ??= LoaderSays(name, e.Message);
            }
        }
        throw new ProviderUnavailableException(message ?? "no library to load");
    }

    /// <summary>The address of a function.</summary>
    /// <exception cref="ProviderUnavailableException">The library lacks it.</exception>
    public nint Find(string function) => NativeLibrary.TryGetExport(_library, function, out nint address)
        ? address
        : throw new ProviderUnavailableException($"'{Name}' has no function {function}: its version is another one than expected");

    // .NET wraps the loader's words in advice, and adds what it tried with other endings; the first line with the name is the loader's.
    private static string LoaderSays(string name, string message) =>
        message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))
        ?? $"{name}: {message.Split('\n', 2)[0].Trim()}";
}
