namespace ModelGen.Models;

/// <summary>The small files beside a model that say how its pictures are prepared and what its classes are called: ModelGen reads them where they lie.</summary>
internal static class Sidecars
{
    private static readonly System.Reflection.Assembly s_assembly = typeof(Sidecars).Assembly;

    /// <summary>Writes those of one model as <c>NAME.preprocessor_config.json</c> and so on, so that several models share a folder.</summary>
    /// <returns>Their names.</returns>
    public static IReadOnlyList<string> Write(string name, string folder)
    {
        List<string> written = [];
        foreach (string resource in s_assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            string[] parts = resource.Split('/', '\\');
            if (parts is not [{ } model, { } file] || model != name)
                continue;
            written.Add($"{name}.{file}");
            using Stream from = s_assembly.GetManifestResourceStream(resource)!;
            using FileStream to = File.Create(Path.Combine(folder, written[^1]));
            from.CopyTo(to);
        }
        return written;
    }
}
