namespace ModelGen.Onnx;

/// <summary>How often an operator occurs in a model.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Operator">The operator as <c>Conv</c>, or <c>com.microsoft.Gelu</c> outside the standard domain.</param>
/// <param name="Count">Its nodes in the main graph, in all subgraphs and in all functions; a function's body counts once however often it is called.</param>
public sealed record OperatorCount(string Operator, int Count);
