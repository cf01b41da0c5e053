namespace ModelGen.Preprocessing;

/// <summary>How numbers become the integers of a quantised input: round(x / scale) + zero point.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Scale">What one step is worth; above 0.</param>
/// <param name="ZeroPoint">The integer of 0.</param>
internal readonly record struct QuantizationStep(double Scale, int ZeroPoint);
