using System.IO.Enumeration;

namespace SampleApp;

/// <summary>A picture to classify.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">What to call it in results.</param>
internal sealed record Picture(string Path, string Name)
{
    private static readonly string[] s_extensions = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp"];

    /// <summary>The photos that lie beside the program.</summary>
    internal static IEnumerable<Picture> Bundled() =>
        InFolder(System.IO.Path.Combine(AppContext.BaseDirectory, "photos")).Select(path => new Picture(path, System.IO.Path.GetFileName(path)));

    /// <summary>What a path stands for: itself, or the pictures below a folder in the order of their names.</summary>
    /// <exception cref="IOException">The folder can't be read, or has no pictures.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    internal static IEnumerable<Picture> At(string path)
    {
        if (!Directory.Exists(path))
            return [new Picture(path, path)];
        string[] files = InFolder(path);
        if (files.Length == 0)
            throw new IOException($"The folder has no pictures: looked for {string.Join(", ", s_extensions)} in it and below it.");
        return files.Select(file => new Picture(file, file));
    }

    private static string[] InFolder(string folder)
    {
        // Links to folders are not followed: they can lead round in a circle.
        FileSystemEnumerable<string> files = new(
            folder, static (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
                !entry.IsDirectory && s_extensions.Contains(System.IO.Path.GetExtension(entry.FileName).ToString(), StringComparer.OrdinalIgnoreCase),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return [.. files.Order(StringComparer.Ordinal)];
    }
}
