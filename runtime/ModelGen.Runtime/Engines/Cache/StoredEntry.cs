using System.Security.Cryptography;

namespace ModelGen.Engines;

/// <summary>An entry on the disk whose manifest is sound.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Manifest">What it says of itself.</param>
internal sealed record StoredEntry(string Folder, Manifest Manifest)
{
    /// <summary>Reads an entry's manifest and checks its seal, not its files.</summary>
    /// <exception cref="InvalidDataException">The manifest is missing or damaged, not signed as it should be, or of another entry.</exception>
    public static StoredEntry Read(string folder, ReadOnlyMemory<byte>? signingKey)
    {
        byte[] bytes = Read(folder, Manifest.FileName, Manifest.MaxBytes);
        Seal.Check(bytes, Read(folder, Seal.FileName, Seal.MaxBytes), signingKey);
        var manifest = Manifest.Parse(bytes);
        if (manifest.Key.Id != Path.GetFileName(folder))
            throw new InvalidDataException($"its manifest is that of {manifest.Key}");
        return new StoredEntry(folder, manifest);
    }

    /// <summary>What tells one state of an entry from another: null when there is none, else a hash of its manifest.</summary>
    public static string? State(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(Read(folder, Manifest.FileName, Manifest.MaxBytes)));
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    /// <summary>Whether everything of an entry is as it was stored. Reads all its files.</summary>
    public static bool IsSound(string folder, ReadOnlyMemory<byte>? signingKey)
    {
        try
        {
            return !Read(folder, signingKey).Faults().Any();
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Everything wrong with the files: missing, additional, of another size, of another content, links. Reads them all, lazily.</summary>
    public IEnumerable<string> Faults()
    {
        SortedDictionary<string, FileInfo> files;
        string? unreadable = null;
        try
        {
            files = EntryFiles.Of(Folder);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            files = [];
            unreadable = e.Message;
        }
        if (unreadable is not null)
        {
            yield return unreadable;
            yield break;
        }
        foreach (ManifestFile expected in Manifest.Files)
        {
            if (!files.Remove(expected.Path, out FileInfo? file))
                yield return $"'{expected.Path}' is missing";
            else if (Fault(expected, file) is { } fault)
                yield return fault;
        }
        foreach (string path in files.Keys)
            yield return $"'{path}' does not belong to it";
    }

    private static string? Fault(ManifestFile expected, FileInfo file)
    {
        try
        {
            if (file.Length != expected.Bytes)
                return FormattableString.Invariant($"'{expected.Path}' has {file.Length:N0} bytes instead of {expected.Bytes:N0}");
            string actual = EntryFiles.Hash(file);
            return actual == expected.Sha256 ? null : $"'{expected.Path}' has SHA-256 {actual[..12]}… instead of {expected.Sha256[..12]}…";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"'{expected.Path}' can't be read: {e.Message}";
        }
    }

    private static byte[] Read(string folder, string name, int mostBytes)
    {
        FileInfo file = new(Path.Join(folder, name));
        try
        {
            if (!file.Exists)
                throw new InvalidDataException($"'{name}' is missing");
            if (file.LinkTarget is not null)
                throw new InvalidDataException($"'{name}' is a link");
            // Nothing of no length is opened: it may be a pipe.
            if (file.Length == 0 || file.Length > mostBytes)
                throw new InvalidDataException(FormattableString.Invariant($"'{name}' has {file.Length:N0} bytes"));
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{name}' can't be read: {e.Message}", e);
        }
    }
}
