using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>What becomes of one item: a class, and the problems to report.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal sealed record ModelPlan(ModelItem Item, ModelSpec Spec, EquatableArray<Problem> Problems);
