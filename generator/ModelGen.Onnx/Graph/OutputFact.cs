namespace ModelGen.Onnx;

/// <summary>One output.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Name">The name in the file: any Unicode, perhaps empty.</param>
/// <param name="Type">Its type, with the fixed dims put in.</param>
/// <param name="Operator">The operator that computes it, seen through Identity, Cast, Reshape, Flatten, Squeeze and Unsqueeze: <c>Softmax</c>, or <c>ai.onnx.ml.LinearClassifier</c> outside the standard domain. Null when the output is an input or a constant.</param>
/// <param name="Description">Its doc string; empty when not stated.</param>
/// <param name="Loss">Where its shape was lost on the way through the graph; null when it is known.</param>
public sealed record OutputFact(string Name, ValueType Type, string? Operator, string Description, ShapeLoss? Loss = null);
