using System.IO.Compression;
using System.Text.Json;

namespace ModelGen.Conformance;

/// <summary>The files of Data/, each read once.</summary>
internal static class DataFiles
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The full path of a data file.</summary>
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Data", name);

    /// <summary>Every file of an archive, by name, in the archive's order.</summary>
    public static IReadOnlyDictionary<string, byte[]> Unzip(string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path(name));
        var files = new Dictionary<string, byte[]>(archive.Entries.Count, StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            byte[] bytes = new byte[entry.Length];
            using Stream stream = entry.Open();
            stream.ReadExactly(bytes);
            files.Add(entry.FullName, bytes);
        }
        return files;
    }

    /// <summary>A JSON file whose names are written in snake case.</summary>
    public static T Json<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path(name)), s_json)
        ?? throw new InvalidDataException($"{name} holds null.");

    /// <summary>JSON whose names are written in snake case.</summary>
    public static T Json<T>(byte[] bytes) => JsonSerializer.Deserialize<T>(bytes, s_json)
        ?? throw new InvalidDataException("The JSON holds null.");
}
