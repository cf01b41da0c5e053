using System.Collections.Immutable;

namespace ModelGen;

/// <summary>What is known of a model when the program is compiled. Generated classes show it as <c>Info</c>.</summary>
public sealed record ModelInfo
{
    /// <summary>The model's name for people: its file name without the extension.</summary>
    public required string Name { get; init; }

    /// <summary>Where the file lies below the program's folder, with <c>/</c> between folders.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file that the class was generated from, in lower-case hexadecimal. Another file is refused.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The inputs, in the file's order.</summary>
    public required ImmutableArray<TensorInfo> Inputs { get; init; }

    /// <summary>The outputs, in the file's order.</summary>
    public required ImmutableArray<TensorInfo> Outputs { get; init; }

    /// <summary>Named dims that the project fixed, with their sizes.</summary>
    public ImmutableArray<KeyValuePair<string, long>> FixedDims { get; init; } = [];

    /// <summary>The numbers that a provider may compute in, as the project says with <c>ModelGenPrecision</c>; <see cref="ModelOptions.Precision"/> stands above it.</summary>
    public Precision Precision { get; init; }

    /// <summary>Files beside the model that hold weights, with <c>/</c> between folders, as the model names them.</summary>
    public ImmutableArray<string> WeightFiles { get; init; } = [];

    /// <summary>The operator sets in use, as <c>ai.onnx 17</c>.</summary>
    public ImmutableArray<string> Opsets { get; init; } = [];

    /// <summary>The tool that wrote the file, with its version; empty when the file does not say.</summary>
    public string Producer { get; init; } = "";

    /// <summary>The number of weights.</summary>
    public long ParameterCount { get; init; }

    /// <summary>The free metadata of the file.</summary>
    public ImmutableDictionary<string, string> Metadata { get; init; } = ImmutableDictionary<string, string>.Empty;
}
