using System.Reflection;

namespace Architecture.Tests;

/// <summary>The sources that these tests look at.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    /// <summary>The product's C# files, without generated ones.</summary>
    public static string[] ProductFiles => [.. new[] { "generator", "runtime", "sample-app" }.SelectMany(folder => Files(folder, "*.cs")).Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal))];

    public static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    public static string Relative(string path) => Path.GetRelativePath(Root, path);
}
