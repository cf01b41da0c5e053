namespace ModelGen.Engines;

/// <summary>Whether a folder of code is safe from other users.</summary>
/// <remarks>On Windows nothing is checked: what the user's own profile holds is theirs by the system's rules.</remarks>
internal static class FolderCheck
{
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>What makes it unsafe; null when nothing was found.</summary>
    public static string? Fault(string folder)
    {
        if (OperatingSystem.IsWindows())
            return null;
        DirectoryInfo info = new(folder);
        if (info.LinkTarget is { } target)
            return $"a link to '{target}'";
        if (FileOwner.IsMine(folder) is false)
            return "a folder of another user";
        if ((info.UnixFileMode & Others) != 0)
            return $"a folder that {((info.UnixFileMode & UnixFileMode.OtherWrite) != 0 ? "everybody" : "its group")} can write";
        // Whoever can write to a folder above may put another one in its place; the sticky bit, as /tmp has it, forbids that.
        for (DirectoryInfo? above = info.Parent; above is not null; above = (above.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? above).Parent)
        {
            UnixFileMode mode = (above.ResolveLinkTarget(returnFinalTarget: true) ?? above).UnixFileMode;
            if ((mode & (UnixFileMode.OtherWrite | UnixFileMode.StickyBit)) == UnixFileMode.OtherWrite)
                return $"a folder below '{above.FullName}', which everybody can write";
        }
        return null;
    }
}
