namespace ModelGen.Generator.Tests;

/// <summary>The files of Data/, as texts.</summary>
internal static class TestData
{
    private const string ConfigEnding = ".preprocessor_config.json";

    internal static IEnumerable<string> ConfigNames => Directory
        .EnumerateFiles(Folder("preprocessing"), "*" + ConfigEnding)
        .Select(path => Path.GetFileName(path)[..^ConfigEnding.Length]);

    internal static string Config(string name) => File.ReadAllText(Path.Combine(Folder("preprocessing"), name + ConfigEnding));

    internal static string ImageNetConfig() => File.ReadAllText(Path.Combine(Folder("labels"), "imagenet.config.json"));

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);
}
