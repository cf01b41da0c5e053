namespace ModelGen.Generator;

/// <summary>The names that one model claims in the project.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Path">The model's file.</param>
/// <param name="FullName">The class's name with its namespace.</param>
/// <param name="OutputFile">The place in the output folder.</param>
internal sealed record ClassClaim(string Path, string FullName, string OutputFile);
