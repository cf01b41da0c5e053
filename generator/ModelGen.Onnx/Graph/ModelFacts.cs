namespace ModelGen.Onnx;

/// <summary>What one ONNX file says, after the dims that the user fixed were put in.</summary>
/// <remarks>Equality contract: plain values only, no streams, no protobuf messages; the generator caches it.</remarks>
public sealed record ModelFacts
{
    /// <summary>The ONNX intermediate representation's version.</summary>
    public required long IrVersion { get; init; }

    /// <summary>The tool that wrote the file, and its version; empty when not stated.</summary>
    public required string Producer { get; init; }

    /// <summary>The graph's own name; empty when not stated.</summary>
    public required string GraphName { get; init; }

    /// <summary>The model's own description; empty when not stated.</summary>
    public required string Description { get; init; }

    /// <summary>The operator sets in use; the standard domain is spelt <c>ai.onnx</c>.</summary>
    public required EquatableArray<OpsetImport> Opsets { get; init; }

    /// <summary>Free key-value metadata.</summary>
    public required EquatableArray<MetadataEntry> Metadata { get; init; }

    /// <summary>The inputs that a caller gives, in the file's order.</summary>
    public required EquatableArray<InputFact> Inputs { get; init; }

    /// <summary>The outputs, in the file's order.</summary>
    public required EquatableArray<OutputFact> Outputs { get; init; }

    /// <summary>The named dims that the user fixed, with their sizes.</summary>
    public EquatableArray<FixedDim> FixedDims { get; init; }

    /// <summary>The number of weights: elements of all initializers.</summary>
    public required long ParameterCount { get; init; }

    /// <summary>The bytes of the .onnx file itself.</summary>
    public required long FileLength { get; init; }

    /// <summary>Files beside the model that hold weights, as the model names them, each once.</summary>
    public required EquatableArray<string> ExternalFiles { get; init; }
}
