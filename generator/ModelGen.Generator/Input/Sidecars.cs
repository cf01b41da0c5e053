using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>The text files that belong to one model: those beside it, and those its item names.</summary>
/// <remarks>Equality contract: plain values; a change of another model's files leaves it equal.</remarks>
internal sealed record Sidecars(EquatableArray<TextFile> Files)
{
    /// <summary>Picks a model's files out of all.</summary>
    internal static Sidecars Of(ModelItem item, IEnumerable<TextFile> all)
    {
        string folder = Folder(item.Path);
        return new(new EquatableArray<TextFile>(all
            .Where(file => Folder(file.Path) == folder || Names(item.Labels, file) || Names(item.Preprocess, file))
            .OrderBy(file => file.Path, StringComparer.Ordinal)));
    }

    /// <summary>A file by its name beside the model, with the model's own name in front preferred: <c>resnet50.config.json</c> before <c>config.json</c>.</summary>
    internal TextFile? Beside(ModelItem item, string name)
    {
        string folder = Folder(item.Path);
        string own = Path.GetFileNameWithoutExtension(item.Path) + "." + name;
        return Find(folder, own) ?? Find(folder, name);
    }

    /// <summary>A file by the path that an item's metadata gives: relative to the project or to the model.</summary>
    internal TextFile? Named(string path) => Files.FirstOrDefault(file => Names(path, file));

    private TextFile? Find(string folder, string name) =>
        Files.FirstOrDefault(file => Folder(file.Path) == folder && Path.GetFileName(file.Path).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool Names(string path, TextFile file)
    {
        string tail = Normal(path).TrimStart('.', '/');
        string full = Normal(file.Path);
        return tail.Length > 0 && (full.Equals(Normal(path), StringComparison.OrdinalIgnoreCase) || full.EndsWith("/" + tail, StringComparison.OrdinalIgnoreCase));
    }

    private static string Folder(string path) => Normal(path) is var normal && normal.LastIndexOf('/') is >= 0 and var slash ? normal.Substring(0, slash) : "";

    /// <summary>One spelling a path: the compiler hands on <c>app/../models/x.onnx</c> as the project has it, and full paths for what the targets add.</summary>
    private static string Normal(string path) => (Path.IsPathRooted(path) ? Path.GetFullPath(path) : path).Replace('\\', '/');
}
