namespace ModelGen.Onnx;

/// <summary>The folder of a model, in which its files with weights must lie. Looks at names and attributes, never at contents.</summary>
/// <param name="folder">The full path; null when there is none to look in.</param>
internal sealed class ExternalFolder(string? folder)
{
    // Exporters that write a file a tensor make a few thousand.
    private const int MostFiles = 20_000;

    private readonly Dictionary<string, ExternalFile> _files = [];
    private readonly List<string> _usable = [];

    /// <summary>The locations that were asked for and lie in the folder, as the model spells them, in order; missing files are among them.</summary>
    public IReadOnlyList<string> Usable => _usable;

    /// <summary>Finds a file; true as <paramref name="first"/> when this location was not asked for before.</summary>
    public ExternalFile Find(string location, out bool first)
    {
        first = !_files.TryGetValue(location, out ExternalFile? file);
        if (file is not null)
            return file;

        file = _files.Count < MostFiles ? Look(location) : new(Rules.GraphTooLarge, $"is one of more than {MostFiles} files", null);
        _files.Add(location, file);
        if (file.Rule is null || file.Rule == Rules.ExternalMissing)
            _usable.Add(location);
        return file;
    }

    private ExternalFile Look(string location)
    {
        if (ExternalPath.Fault(location) is { } fault)
            return new(Rules.ExternalOutside, fault, null);
        if (folder is null)
            return new(null, "", null);

        try
        {
            return LookOnDisk(folder, location);
        }
        catch (Exception exception) when (ModelFile.IsInputOutput(exception))
        {
            return new(Rules.ExternalMissing, $"can't be looked up ({exception.Message})", null);
        }
    }

    private static ExternalFile LookOnDisk(string folder, string location)
    {
        string root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        string path = root;
        foreach (string segment in location.Split('/').Where(segment => segment != "."))
        {
            path = Path.GetFullPath(Path.Combine(path, segment));
            if (!path.StartsWith(root, StringComparison.Ordinal))
                return new(Rules.ExternalOutside, "leads out of the folder", null);
            if (Attributes(path) is not FileAttributes attributes)
                return new(Rules.ExternalMissing, "is not there", null);
            // Links point anywhere (CVE-2026-34447).
            if ((attributes & FileAttributes.ReparsePoint) != 0)
                return new(Rules.ExternalOutside, "leads over a symbolic link, which may point anywhere: put the file itself there", null);
        }

        if (Directory.Exists(path))
            return new(Rules.ExternalMissing, "is a folder, not a file", null);
        var file = new FileInfo(path);
        return file.Exists ? new(null, "", file.Length) : new(Rules.ExternalMissing, "is not there", null);
    }

    // Of a link itself, where Exists would follow it; null when there is nothing.
    private static FileAttributes? Attributes(string path)
    {
        try
        {
            return File.GetAttributes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
