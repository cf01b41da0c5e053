namespace ModelGen.Fuzzing;

/// <summary>A model gone wrong.</summary>
/// <param name="Parent">The seed it was made from.</param>
/// <param name="Mutations">The mutators that made it.</param>
/// <param name="Bytes">The file.</param>
/// <param name="FixSeed">Chance for the shapes that it is read with.</param>
internal sealed record Mutant(string Parent, string Mutations, byte[] Bytes, int FixSeed);
