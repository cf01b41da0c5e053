namespace ModelGen.Tests.Imaging;

/// <summary>The files beside the tests.</summary>
internal static class TestFiles
{
    internal static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "Imaging", name);

    /// <summary>The rows of a tab-separated file, comments left out.</summary>
    internal static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(PathOf(name)).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'));
}
