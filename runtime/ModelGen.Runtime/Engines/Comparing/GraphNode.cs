using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>A node of a model's main graph.</summary>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Operator">Its operator, with the domain before it where it is not ONNX's own.</param>
/// <param name="Inputs">The values that go in.</param>
/// <param name="Outputs">The values that come out.</param>
internal sealed record GraphNode(string Name, string Operator, ImmutableArray<string> Inputs, ImmutableArray<string> Outputs);
