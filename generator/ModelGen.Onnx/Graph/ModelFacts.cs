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

    /// <summary>The number of weights: elements of all initializers.</summary>
    public required long ParameterCount { get; init; }

    /// <summary>The bytes of the .onnx file itself.</summary>
    public required long FileLength { get; init; }

    /// <summary>Files beside the model that hold weights, as the model names them, each once.</summary>
    public required EquatableArray<string> ExternalFiles { get; init; }
}

/// <summary>One operator set and its version.</summary>
public sealed record OpsetImport(string Domain, long Version);

/// <summary>One pair of the model's free metadata.</summary>
public sealed record MetadataEntry(string Key, string Value);

/// <summary>One input.</summary>
/// <param name="Name">The name in the file: any Unicode, perhaps empty.</param>
/// <param name="Type">Its type, with the fixed dims put in.</param>
/// <param name="HasDefault">Whether an initializer of the same name supplies a value when the caller gives none (IR version 4 and later).</param>
/// <param name="Description">Its doc string; empty when not stated.</param>
public sealed record InputFact(string Name, ValueType Type, bool HasDefault, string Description);

/// <summary>One output.</summary>
/// <param name="Name">The name in the file: any Unicode, perhaps empty.</param>
/// <param name="Type">Its type, with the fixed dims put in.</param>
/// <param name="Operator">The operator that computes it, seen through Identity, Cast, Reshape, Flatten and Squeeze, as <c>Softmax</c>; null when there is none.</param>
/// <param name="Description">Its doc string; empty when not stated.</param>
public sealed record OutputFact(string Name, ValueType Type, string? Operator, string Description);
