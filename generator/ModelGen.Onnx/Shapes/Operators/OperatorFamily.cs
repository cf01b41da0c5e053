namespace ModelGen.Onnx.Operators;

/// <summary>Operators that share their rules: one file, one test class.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Operators">A row for each.</param>
internal sealed record OperatorFamily(string Title, IReadOnlyList<Operator> Operators);
