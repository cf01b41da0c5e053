using System.Security.Cryptography;

namespace ModelGen.Engines;

/// <summary>Hashes of files.</summary>
internal static class FileHash
{
    /// <summary>A file's SHA-256 in small hexadecimal digits.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static string Sha256(string path)
    {
        // Sequential and unbuffered: the hash reads in large blocks, and the file may weigh gigabytes.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
