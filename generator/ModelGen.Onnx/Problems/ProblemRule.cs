namespace ModelGen.Onnx;

/// <summary>A rule that models or requests can break. The same ID is a compiler diagnostic, a page of the docs and a line of the tool.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Id"><c>MG1xxx</c> reading, <c>MG2xxx</c> shapes, <c>MG3xxx</c> metadata and preprocessing.</param>
/// <param name="Title">A short sentence without a full stop.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record ProblemRule(string Id, string Title, ProblemSeverity Severity = ProblemSeverity.Error);
