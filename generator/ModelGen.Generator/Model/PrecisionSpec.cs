namespace ModelGen.Generator;

/// <summary>The numbers that a provider may compute in.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Member">The member of the runtime's <c>Precision</c>.</param>
/// <param name="Words">What it means, for the class's documentation.</param>
internal sealed record PrecisionSpec(string Member, string Words);
