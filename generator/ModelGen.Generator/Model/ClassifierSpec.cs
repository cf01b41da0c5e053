using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>What makes a model a classifier.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Labels">The classes' names, in the model's order.</param>
/// <param name="Members">The same as enum members.</param>
/// <param name="Scores">A member of the runtime's <c>ScoreKind</c>.</param>
internal sealed record ClassifierSpec(EquatableArray<string> Labels, EquatableArray<string> Members, string Scores);
