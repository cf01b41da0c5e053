namespace ModelGen.Onnx;

/// <summary>Something that is wrong with a model or with what was asked of it.</summary>
/// <remarks>Equality contract: plain values only; equal when all parts are equal.</remarks>
/// <param name="Rule">Which rule was broken.</param>
/// <param name="Message">What was expected, what came, and what to do next; one line, printable.</param>
/// <param name="Node">The node concerned, as <c>OpType 'name'</c>; null when none is.</param>
public sealed record Problem(ProblemRule Rule, string Message, string? Node = null);
