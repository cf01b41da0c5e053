namespace ModelGen.Engines;

/// <summary>Tells a full disk and missing permissions from other failures.</summary>
internal static class DiskErrors
{
    // A provider's own error says nothing of the disk. Less than this is free only on a full one.
    private const long NothingFree = 1 << 20;

    /// <summary>Whether it means that files can't be written there, for whatever reason.</summary>
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>Whether the disk is full, or the user's share of it.</summary>
    public static bool IsFull(Exception e, string folder) => (e is IOException && IsFull(e.HResult)) || FreeBytes(folder) < NothingFree;

    // ENOSPC, EFBIG (a limit on file sizes) and EDQUOT of errno.h; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of winerror.h.
    private static bool IsFull(int error) => OperatingSystem.IsWindows()
        ? error is unchecked((int)0x80070027) or unchecked((int)0x80070070)
        : error is 27 or 28 || error == (OperatingSystem.IsLinux() ? 122 : 69);

    private static long FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (Is(e) || e is ArgumentException)
        {
            return long.MaxValue;
        }
    }
}
