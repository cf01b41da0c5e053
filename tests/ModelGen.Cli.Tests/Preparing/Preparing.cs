namespace ModelGen.Cli.Tests;

/// <summary>Pictures and tensors of these tests.</summary>
internal static class Preparing
{
    internal static string Picture(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "Pictures", name);

    internal static NpyArray Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return NpyReader.Read(stream);
    }
}
