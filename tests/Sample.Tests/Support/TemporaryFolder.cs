namespace SampleApp.Tests;

/// <summary>A folder of its own for a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("sample tests ").FullName;

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Copies one of the sample's photos here.</summary>
    internal string Copy(string photo, string name)
    {
        string target = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        System.IO.File.Copy(System.IO.Path.Combine(Sample.Photos, photo), target);
        return target;
    }

    internal string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
