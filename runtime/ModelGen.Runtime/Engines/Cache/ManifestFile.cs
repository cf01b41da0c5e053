namespace ModelGen.Engines;

/// <summary>One file of an engine.</summary>
/// <param name="Path">Its path from the entry's folder on, with slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, in small hexadecimal digits.</param>
internal sealed record ManifestFile(string Path, long Bytes, string Sha256)
{
    /// <summary>Whether a path stays in the entry's folder and is not one of the cache's own files.</summary>
    public static bool IsFit(string path) =>
        path.Length is > 0 and < 1024
        && path is not (Manifest.FileName or Seal.FileName)
        && !path.AsSpan().ContainsAny('\\', ':', '\0')
        && !System.IO.Path.IsPathRooted(path)
        && path.Split('/').All(segment => segment is not ("" or "." or ".."));
}
