using System.Collections.Immutable;
using System.Reflection;

namespace ModelGen.Engines;

/// <summary>Makes an entry of a folder that an engine was built in.</summary>
internal static class EntryWriter
{
    private static readonly ImmutableSortedDictionary<string, string> s_tools = ImmutableSortedDictionary<string, string>.Empty
        .Add("modelgen", typeof(EntryWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?")
        .Add(".NET", Environment.Version.ToString());

    /// <summary>Hashes the files, writes manifest and seal, and has the device write everything.</summary>
    /// <exception cref="InvalidDataException">There are no files, or some that an entry can't have.</exception>
    /// <exception cref="IOException">They can't be read or written.</exception>
    public static void Complete(string folder, EngineKey key, TimeSpan buildTime, CacheContext cache)
    {
        SortedDictionary<string, FileInfo> files = EntryFiles.Of(folder);
        if (files.Count == 0)
            throw new InvalidDataException("the builder wrote no files");
        if (files.Keys.FirstOrDefault(path => !ManifestFile.IsFit(path)) is { } unfit)
            throw new InvalidDataException($"the builder wrote '{unfit}', a name that engines can't have");
        if (File.Exists(Path.Join(folder, Manifest.FileName)) || File.Exists(Path.Join(folder, Seal.FileName)))
            throw new InvalidDataException($"the builder wrote '{Manifest.FileName}' or '{Seal.FileName}', which are the cache's own");
        byte[] manifest = new Manifest
        {
            Key = key,
            Files = [.. files.Select(file => new ManifestFile(file.Key, file.Value.Length, EntryFiles.Hash(file.Value)))],
            Created = cache.Clock.GetUtcNow(),
            BuildTime = buildTime,
            Tools = s_tools,
            Build = Guid.NewGuid(),
        }.ToBytes();
        File.WriteAllBytes(Path.Join(folder, Seal.FileName), Seal.Of(manifest, cache.Options.SigningKey));
        File.WriteAllBytes(Path.Join(folder, Manifest.FileName), manifest);
        Flush(new DirectoryInfo(folder));
    }

    /// <summary>Turns the folder into the entry, in one step.</summary>
    /// <returns>False when a sound entry of this key came in between: it stays.</returns>
    /// <exception cref="IOException">The cache can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static bool Publish(string folder, EngineKey key, CacheContext cache)
    {
        string entry = cache.Layout.Entry(key.Id);
        // Nobody should have made one while this process had the lock, but locks can be deleted with their folder.
        if (Directory.Exists(entry))
        {
            if (StoredEntry.IsSound(entry, cache.Options.SigningKey))
                return false;
            cache.Layout.Discard(entry);
        }
        Directory.Move(folder, entry);
        if (!OperatingSystem.IsWindows())
            Libc.FlushDirectory(cache.Layout.Entries);
        return true;
    }

    // First the contents, then the names, from the inside out.
    private static void Flush(DirectoryInfo folder)
    {
        foreach (FileInfo file in folder.EnumerateFiles())
        {
            // Windows flushes only what it could write.
            using var handle = File.OpenHandle(file.FullName, FileMode.Open, OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read);
            RandomAccess.FlushToDisk(handle);
        }
        foreach (DirectoryInfo below in folder.EnumerateDirectories())
            Flush(below);
        if (!OperatingSystem.IsWindows())
            Libc.FlushDirectory(folder.FullName);
    }
}
