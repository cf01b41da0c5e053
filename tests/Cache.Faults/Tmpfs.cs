using System.ComponentModel;
using System.Diagnostics;

namespace ModelGen.CacheFaults;

/// <summary>A small disk in memory, where this process may mount one.</summary>
internal sealed class Tmpfs : IDisposable
{
    private readonly string _folder;

    private Tmpfs(string folder) => _folder = folder;

    /// <summary>Mounts one; null with the reason when that is not allowed here.</summary>
    public static Tmpfs? TryMount(string folder, int kilobytes, out string reason)
    {
        Directory.CreateDirectory(folder);
        return (reason = Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k,mode=700", "tmpfs", folder)).Length == 0 ? new Tmpfs(folder) : null;
    }

    /// <summary>Makes it read-only, or writable again.</summary>
    public void SetReadOnly(bool readOnly)
    {
        if (Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", _folder) is { Length: > 0 } message)
            throw new InvalidOperationException(message);
    }

    public void Dispose() => Run("umount", "-l", _folder);

    // Empty when it went well.
    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            string message = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : $"{program}: {message}";
        }
        catch (Win32Exception e)
        {
            return $"{program}: {e.Message}";
        }
    }
}
