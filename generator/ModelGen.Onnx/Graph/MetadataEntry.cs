namespace ModelGen.Onnx;

/// <summary>One pair of the model's free metadata.</summary>
/// <remarks>Equality contract: plain values.</remarks>
public sealed record MetadataEntry(string Key, string Value);
