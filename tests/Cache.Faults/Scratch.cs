namespace ModelGen.CacheFaults;

/// <summary>A folder for one check, deleted afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>The folder. Its owner only may write to it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("cache-faults-").FullName;

    public string this[string name] => Path.Join(Folder, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }
}
