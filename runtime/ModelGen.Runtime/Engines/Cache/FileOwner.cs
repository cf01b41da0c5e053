using System.Runtime.InteropServices;

namespace ModelGen.Engines;

/// <summary>Whose a file or folder is.</summary>
internal static partial class FileOwner
{
    // sys/stat.h and fcntl.h of Linux.
    private const int CurrentFolder = -100;
    private const uint UserId = 8;

    /// <summary>Whether it belongs to the user that this process acts as; null when that can't be told.</summary>
    public static bool? IsMine(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        if (OperatingSystem.IsLinux())
            return Status(CurrentFolder, path, 0, UserId, out Statx status) == 0 ? status.User == Libc.EffectiveUser() : null;
        return MayChangeMode(path);
    }

    // The layout of stat differs from system to system, but only the owner may set the mode, even to what it is. (The superuser may too.)
    private static bool? MayChangeMode(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, out Statx status);

    // struct statx is the same on all of Linux' processors: 256 bytes, the owner's number at 20.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statx
    {
        [FieldOffset(20)]
        public uint User;
    }
}
