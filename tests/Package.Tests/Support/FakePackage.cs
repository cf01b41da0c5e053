using System.IO.Compression;

namespace Package.Tests;

/// <summary>Packages that only claim to bring a native library.</summary>
internal static class FakePackage
{
    public const string Version = "1.0.0";

    /// <summary>Writes a package with one empty file into a folder.</summary>
    public static void Write(string folder, string id, string file)
    {
        using ZipArchive zip = ZipFile.Open(Path.Combine(folder, $"{id}.{Version}.nupkg"), ZipArchiveMode.Create);
        Add(zip, id + ".nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id>
                <version>{Version}</version>
                <authors>tests</authors>
                <description>Claims a place in the output folder.</description>
              </metadata>
            </package>
            """);
        Add(zip, file, "");
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using StreamWriter writer = new(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
