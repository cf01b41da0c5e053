namespace ModelGen.Onnx;

/// <summary>A named dim that the user fixed, and its size.</summary>
/// <remarks>Equality contract: plain values.</remarks>
public sealed record FixedDim(string Name, long Size);
