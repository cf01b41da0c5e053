namespace ModelGen.Engines;

/// <summary>What computes a node.</summary>
/// <param name="Node">The node's name, as the model has it or as ONNX Runtime's first optimisations left it; empty when it has none.</param>
/// <param name="Operator">Its operator: <c>Conv</c>.</param>
/// <param name="Domain">The operator's domain; empty for ONNX's own.</param>
/// <param name="Provider">The provider, in ONNX Runtime's words: <c>TensorrtExecutionProvider</c>.</param>
public sealed record NodeAssignment(string Node, string Operator, string Domain, string Provider);
