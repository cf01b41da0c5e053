using System.Text.Json;

namespace ModelGen.EndToEnd.Support;

/// <summary>Files of the test data.</summary>
internal static class DataFile
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path(name)));
        return document.RootElement.Clone();
    }
}
