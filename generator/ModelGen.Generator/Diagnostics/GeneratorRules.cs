using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Rules that need to know what the generator makes of a model.</summary>
internal static class GeneratorRules
{
    internal static readonly ProblemRule OpenDim = new("MG2001", "A dim is open");

    internal static readonly ProblemRule SameClass = new("MG3009", "Two models make the same class");

    internal static readonly ProblemRule SameOutputFile = new("MG3010", "Two models travel to the same place");

    internal static readonly IReadOnlyList<ProblemRule> All = [OpenDim, SameClass, SameOutputFile];
}
