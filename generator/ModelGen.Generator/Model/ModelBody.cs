using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>The content of a class whose model has no errors.</summary>
/// <remarks>Equality contract: plain values only.</remarks>
internal sealed record ModelBody
{
    /// <summary>The file's SHA-256 in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the file says of itself.</summary>
    public required ModelFacts Facts { get; init; }

    /// <summary>The inputs.</summary>
    public required EquatableArray<PortSpec> Inputs { get; init; }

    /// <summary>The outputs.</summary>
    public required EquatableArray<PortSpec> Outputs { get; init; }

    /// <summary>The inputs' open first dims, each once.</summary>
    public required EquatableArray<OpenDimSpec> OpenDims { get; init; }

    /// <summary>How pictures get in; null when the model takes none, or nobody knows how.</summary>
    public PreprocessingSpec? Preprocessing { get; init; }

    /// <summary>How the output of a picture is read; null where it stays what it is.</summary>
    public ResultSpec? Result { get; init; }

    /// <summary>The numbers that a provider may compute in; null for the model's own.</summary>
    public PrecisionSpec? Precision { get; init; }
}
