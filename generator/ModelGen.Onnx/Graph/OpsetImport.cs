namespace ModelGen.Onnx;

/// <summary>One operator set and its version.</summary>
/// <remarks>Equality contract: plain values.</remarks>
public sealed record OpsetImport(string Domain, long Version);
