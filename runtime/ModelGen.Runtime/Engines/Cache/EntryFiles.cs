using System.Security.Cryptography;

namespace ModelGen.Engines;

/// <summary>The files of an entry, as they really are.</summary>
internal static class EntryFiles
{
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>All files below a folder but the cache's own two, by their paths with slashes. Links are not followed.</summary>
    /// <exception cref="InvalidDataException">There is a link.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static SortedDictionary<string, FileInfo> Of(string folder)
    {
        SortedDictionary<string, FileInfo> files = new(StringComparer.Ordinal);
        Collect(new DirectoryInfo(folder), "", files);
        files.Remove(Manifest.FileName);
        files.Remove(Seal.FileName);
        return files;
    }

    /// <summary>Bytes of all files below a folder; what can't be read counts nothing.</summary>
    public static long Bytes(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true }).Sum(file => file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>A file's SHA-256 in small hexadecimal digits.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static string Hash(FileInfo file) =>
        // Nothing to read, and so nothing is opened: of this size are pipes and devices too, which would block.
        file.Length == 0 ? Convert.ToHexStringLower(SHA256.HashData([])) : FileHash.Sha256(file.FullName);

    private static void Collect(DirectoryInfo folder, string prefix, SortedDictionary<string, FileInfo> files)
    {
        foreach (FileSystemInfo item in folder.EnumerateFileSystemInfos("*", s_everything))
        {
            string path = prefix + item.Name;
            if (item.LinkTarget is not null || item.Attributes.HasFlag(FileAttributes.ReparsePoint))
                throw new InvalidDataException($"'{path}' is a link");
            if (item is DirectoryInfo below)
                Collect(below, path + "/", files);
            else
                files.Add(path, (FileInfo)item);
        }
    }
}
