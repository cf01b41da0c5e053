namespace ModelGen;

/// <summary>How numbers become the integers of a quantised input: round(x / scale), halves to even, + zero point, clipped to the type.</summary>
/// <param name="Scale">What one step is worth; finite and above 0. Source: the model's QuantizeLinear, or its metadata.</param>
/// <param name="ZeroPoint">The integer of 0.</param>
public readonly record struct ImageQuantization(double Scale, int ZeroPoint);
