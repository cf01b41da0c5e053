namespace ModelGen.Engines;

/// <summary>The first node, in the order in which the model lists them, whose value is beyond the tolerance.</summary>
/// <param name="Node">Its name; empty when it has none.</param>
/// <param name="Operator">Its operator, with the domain before it where it is not ONNX's own.</param>
/// <param name="Value">Its output and how far it is off.</param>
/// <param name="InputError">The largest relative error among the values that went into it; they are within the tolerance.</param>
public sealed record NodeDivergence(string Node, string Operator, ValueDifference Value, double InputError);
