namespace ModelGen.Models;

/// <summary>A network that this program can write.</summary>
/// <param name="Name">On the command line, and of the file.</param>
/// <param name="Build">Puts it together.</param>
/// <param name="Sha256">Of the file, in lower-case hexadecimal: the same on every machine.</param>
internal sealed record KnownNetwork(string Name, Func<Network> Build, string Sha256)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<KnownNetwork> All { get; } =
    [
        new("resnet50", ResNet50.Build, "0bc51f269f34ff682c92d4491b416fb59fd743515306f7adfd936f0779164ea8"),
    ];

    public string FileName => Name + ".onnx";
}
