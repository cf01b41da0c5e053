using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ModelGen.Engines;

/// <summary>Calls to Unix that .NET has no way to make: locks whose failures show, directories to be flushed, owners of files.</summary>
internal static partial class Libc
{
    private const string Library = "libc";

    // errno.h: EINTR is 4 and EINVAL 22 everywhere; EWOULDBLOCK is 11 on Linux, 35 on macOS and the BSDs.
    private const int Interrupted = 4, InvalidArgument = 22;
    private static readonly int s_wouldBlock = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 11 : 35;

    // fcntl.h. Without close-on-exec a child process would keep a lock after this process let go of it.
    private static readonly int s_closeOnExec = OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? 0x80000 : OperatingSystem.IsFreeBSD() ? 0x100000 : 0x1000000;
    private const int ReadWrite = 2;

    // sys/file.h, the same everywhere.
    private const int LockShared = 1, LockExclusive = 2, LockNoWait = 4, Unlock = 8;

    /// <summary>Opens a file or a directory that is there.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    public static SafeFileHandle Open(string path, bool write)
    {
        int file = OpenFile(path, s_closeOnExec | (write ? ReadWrite : 0));
        return file >= 0 ? new SafeFileHandle(file, ownsHandle: true) : throw Failure(path);
    }

    /// <summary>Makes an empty file when there is none of that name. Unlike .NET's own way it takes no lock on it.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    public static void Create(string path, UnixFileMode mode)
    {
        // Not open with O_CREAT: that takes its mode as a variable argument, which Apple's ARM passes differently.
        int file = CreateFile(path, (uint)mode);
        if (file < 0)
            throw Failure(path);
        new SafeFileHandle(file, ownsHandle: true).Dispose();
    }

    /// <summary>Takes a lock on an open file; false when another open file has one that excludes it.</summary>
    /// <exception cref="IOException">The file system can't lock files.</exception>
    public static bool TryLock(SafeFileHandle file, bool shared, string path)
    {
        while (LockFile(file, (shared ? LockShared : LockExclusive) | LockNoWait) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error == s_wouldBlock)
                return false;
            if (error != Interrupted)
                throw Failure(path);
        }
        return true;
    }

    /// <summary>Gives a lock back at once, even when a child process that is just being started still has the file open.</summary>
    public static void Release(SafeFileHandle file) => _ = LockFile(file, Unlock);

    /// <summary>Makes the names in a directory survive a power cut.</summary>
    /// <exception cref="IOException">The device failed.</exception>
    public static void FlushDirectory(string path)
    {
        using SafeFileHandle directory = Open(path, write: false);
        while (Flush(directory) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            // File systems that have nothing to flush in directories say so.
            if (error == InvalidArgument)
                return;
            if (error != Interrupted)
                throw Failure(path);
        }
    }

    /// <summary>The user that this process acts as.</summary>
    [LibraryImport(Library, EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    private static IOException Failure(string path)
    {
        int error = Marshal.GetLastPInvokeError();
        return new IOException($"'{path}': {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport(Library, EntryPoint = "creat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int CreateFile(string path, uint mode);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    private static partial int LockFile(SafeFileHandle file, int operation);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(SafeFileHandle file);
}
