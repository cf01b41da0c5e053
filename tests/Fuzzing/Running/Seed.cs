namespace ModelGen.Fuzzing;

/// <summary>A sound model that mutants are made from.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Bytes">The file.</param>
internal sealed record Seed(string Name, byte[] Bytes);
