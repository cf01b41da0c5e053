namespace ModelGen.Generator;

/// <summary>One .onnx item of a project, with what its metadata says.</summary>
/// <remarks>
/// Equality contract: plain values. <see cref="Stamp"/> and <see cref="Weights"/> change with the files' times, so that an IDE that
/// keeps one text object for ever still makes a changed model a new item.
/// </remarks>
internal sealed record ModelItem
{
    /// <summary>The file's full path.</summary>
    public required string Path { get; init; }

    /// <summary>The project's root namespace; empty when it has none.</summary>
    public string RootNamespace { get; init; } = "";

    /// <summary><c>ModelGenClass</c>; empty when not given.</summary>
    public string Class { get; init; } = "";

    /// <summary><c>ModelGenNamespace</c>; empty when not given.</summary>
    public string Namespace { get; init; } = "";

    /// <summary><c>ModelGenShapes</c>; empty when not given.</summary>
    public string Shapes { get; init; } = "";

    /// <summary><c>ModelGenLabels</c>; empty when not given.</summary>
    public string Labels { get; init; } = "";

    /// <summary><c>ModelGenPreprocess</c>; empty when not given.</summary>
    public string Preprocess { get; init; } = "";

    /// <summary><c>ModelGenResult</c>; empty when not given.</summary>
    public string Result { get; init; } = "";

    /// <summary><c>ModelGenPrecision</c>; empty when not given.</summary>
    public string Precision { get; init; } = "";

    /// <summary>Where the file lies below the program's folder.</summary>
    public string OutputFile { get; init; } = "";

    /// <summary>The file's SHA-256, as the build computed it; empty when the build did not.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The file's last write time.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Files of weights that travel with the model, with their times: <c>|name*ticks</c> each.</summary>
    public string Weights { get; init; } = "";

    /// <summary>The project file that has the item; empty when not known.</summary>
    public string ProjectFile { get; init; } = "";

    /// <summary>The file's name, as messages show it.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The names of the files of weights that travel with the model.</summary>
    public IEnumerable<string> WeightFiles =>
        Weights.Split(['|'], StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Substring(0, entry.LastIndexOf('*')));
}
