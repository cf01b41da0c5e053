namespace ModelGen.Generator;

/// <summary>Everything that the emitted class shows; the emitters need nothing else.</summary>
/// <remarks>Equality contract: plain values only. Equal specs give the same source, to the letter.</remarks>
internal sealed record ModelSpec
{
    /// <summary>The namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class's name.</summary>
    public required string Class { get; init; }

    /// <summary>The model's name for people: the file's name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>Where the file lies below the program's folder.</summary>
    public required string OutputFile { get; init; }

    /// <summary>The class's content; null when the model has errors and only a placeholder can be emitted.</summary>
    public ModelBody? Body { get; init; }

    /// <summary>The class's name with its namespace.</summary>
    public string FullName => Namespace.Length == 0 ? Class : Namespace + "." + Class;
}
