namespace ModelGen.Onnx;

/// <summary>What the integers of an input stand for: <c>(q - ZeroPoint) * Scale</c>.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Scale">What one step is worth; finite and above 0.</param>
/// <param name="ZeroPoint">The integer of 0.</param>
public sealed record InputQuantization(double Scale, int ZeroPoint);
