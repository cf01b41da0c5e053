namespace ModelGen.Onnx;

/// <summary>What became of looking for a file that a model names.</summary>
/// <param name="Rule">The rule that it breaks; null when it can be used.</param>
/// <param name="Fault">What is wrong, as the end of a sentence about the location; empty when nothing is.</param>
/// <param name="Length">The file's bytes; null when it was not looked for.</param>
internal sealed record ExternalFile(ProblemRule? Rule, string Fault, long? Length);
