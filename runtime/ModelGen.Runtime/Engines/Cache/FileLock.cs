using Microsoft.Win32.SafeHandles;

namespace ModelGen.Engines;

/// <summary>A lock on a file, against other processes and other threads of this one. The system gives it back when the process dies, however it dies.</summary>
/// <remarks>
/// flock on Unix, called directly: .NET's FileShare.None is one too, but the setting System.IO.DisableFileLocking (or the environment variable
/// DOTNET_SYSTEM_IO_DISABLEFILELOCKING) turns it off, and it says nothing where the file system can't lock. Sharing modes on Windows.
/// </remarks>
internal sealed class FileLock : IDisposable
{
    // ERROR_SHARING_VIOLATION of winerror.h.
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly SafeFileHandle _file;

    private FileLock(SafeFileHandle file) => _file = file;

    /// <summary>Takes the lock; null while another has one that excludes it.</summary>
    /// <param name="path">The file. It is made when it is missing, and never written.</param>
    /// <param name="shared">Whether others may hold it at the same time, shared as well.</param>
    /// <param name="everyone">Whether other users may use the file, as far as the process's mask allows.</param>
    /// <exception cref="IOException">The file can't be made or opened, or its file system can't lock.</exception>
    /// <exception cref="UnauthorizedAccessException">On Windows: no permission.</exception>
    public static FileLock? TryTake(string path, bool shared, bool everyone)
    {
        if (OperatingSystem.IsWindows())
            return TryTakeOnWindows(path, shared);
        if (!File.Exists(path))
            Libc.Create(path, everyone ? (UnixFileMode)0b110_110_110 : UnixFileMode.UserRead | UnixFileMode.UserWrite);
        // NFS makes byte-range locks of these: an exclusive one needs a file open for writing, a shared one for reading.
        SafeFileHandle file = Libc.Open(path, write: !shared);
        try
        {
            if (Libc.TryLock(file, shared, path))
                return new FileLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
        file.Dispose();
        return null;
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        if (_file.IsClosed)
            return;
        if (!OperatingSystem.IsWindows())
            Libc.Release(_file);
        _file.Dispose();
    }

    private static FileLock? TryTakeOnWindows(string path, bool shared)
    {
        try
        {
            return new FileLock(shared
                ? File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read | FileShare.Delete)
                : File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult == SharingViolation)
        {
            return null;
        }
    }
}
